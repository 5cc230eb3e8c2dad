package jingtu.server.duty.reminder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jingtu.server.duty.reminder.Addressee;
import jingtu.server.duty.reminder.Addresses;
import jingtu.server.duty.reminder.Addresses.RobotChange;
import jingtu.server.duty.reminder.KeepReminderSettings;
import jingtu.server.duty.reminder.MailCourier;
import jingtu.server.duty.reminder.QuietHours;
import jingtu.server.duty.reminder.RemindNow;
import jingtu.server.duty.reminder.ReminderSettings;
import jingtu.server.duty.reminder.Reminders;
import jingtu.server.duty.reminder.RobotHosts;
import jingtu.server.duty.reminder.Way;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When reminders go out, and where organisations are reached. */
@RestController
@RequestMapping("/api/reminders")
class ReminderSettingsController {

  private static final int MOST_MAILBOXES = 10;
  private static final int LONGEST_ADDRESS = 1000;

  private final KeepReminderSettings settings;
  private final Addresses addresses;
  private final MailCourier mail;
  private final RobotHosts hosts;
  private final RemindNow remindNow;
  private final Clock clock;

  ReminderSettingsController(
      KeepReminderSettings settings,
      Addresses addresses,
      MailCourier mail,
      RobotHosts hosts,
      RemindNow remindNow,
      Clock clock) {
    this.settings = settings;
    this.addresses = addresses;
    this.mail = mail;
    this.hosts = hosts;
    this.remindNow = remindNow;
    this.clock = clock;
  }

  /** When reminders go out; times of the day as {@code 18:00}, in Shanghai. */
  record ReminderTimesView(
      boolean on,
      @NotNull List<Integer> daysBefore,
      int overdueEvery,
      int overdueFor,
      @NotNull String quietFrom,
      @NotNull String quietTo,
      boolean workingDaysOnly,
      @NotNull String digestAt) {

    static ReminderTimesView of(ReminderSettings of) {
      return new ReminderTimesView(
          of.on(),
          of.daysBefore(),
          of.overdueEvery(),
          of.overdueFor(),
          of.quiet().from().toString(),
          of.quiet().to().toString(),
          of.quiet().workingDaysOnly(),
          of.digestAt().toString());
    }

    ReminderSettings settings() {
      return new ReminderSettings(
          on,
          daysBefore,
          overdueEvery,
          overdueFor,
          new QuietHours(time(quietFrom), time(quietTo), workingDaysOnly),
          time(digestAt));
    }

    private static LocalTime time(String text) {
      try {
        return LocalTime.parse(text).withSecond(0).withNano(0);
      } catch (DateTimeException noTime) {
        throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "reminder.no-time", text);
      }
    }
  }

  /** The robot of a group, as far as it may be shown. */
  record ShownRobotView(Way way, String address, boolean signed) {}

  record ReachedOrganisationView(
      UUID id, String name, List<String> mailboxes, @Nullable ShownRobotView robot) {}

  /**
   * All that is set.
   *
   * @param mailLack what the server's own settings lack so that mails can go out
   * @param mailFrom in whose name they go out; absent where none can
   * @param robotHosts the hosts to which anything may be sent
   * @param robot that of the group of the region
   * @param organisations all that report on duties of the region
   * @param unknownYears this year and the next, where their days off are not known
   */
  record ReminderSettingsView(
      ReminderTimesView times,
      MailCourier.Lack mailLack,
      @Nullable String mailFrom,
      List<String> robotHosts,
      @Nullable ShownRobotView robot,
      List<ReachedOrganisationView> organisations,
      List<Integer> unknownYears) {}

  record RobotForm(
      @NotNull Way way,
      @NotNull @Size(max = LONGEST_ADDRESS) String address,
      @Nullable @Size(max = LONGEST_ADDRESS) String secret) {

    /** Says nothing that is secret, wherever it is written to. */
    @Override
    public String toString() {
      return way.toString();
    }
  }

  /**
   * Where an organisation is reached.
   *
   * @param organisation absent for the group of the region, which has a robot alone
   * @param robot takes the place of the one that is kept; absent to leave it
   * @param removeRobot takes the one that is kept out
   */
  record AddressesForm(
      @Nullable UUID organisation,
      @NotNull @Size(max = MOST_MAILBOXES) List<String> mailboxes,
      @Nullable @Valid RobotForm robot,
      boolean removeRobot) {}

  /**
   * What is tried.
   *
   * @param mailbox where a mail goes; absent to try a robot
   * @param organisation whose robot; absent for that of the group of the region
   */
  record TestReminderForm(@Nullable String mailbox, @Nullable UUID organisation) {}

  record TestedView(UUID message) {}

  @GetMapping("/settings")
  @AllowedTo(Role.COORDINATOR)
  ReminderSettingsView get(Scope scope) {
    RegionCode region = Reminders.region(scope);
    List<Addresses.Shown> shown = addresses.list(scope, region);
    int year = OfficeDay.today(clock).getYear();
    return new ReminderSettingsView(
        ReminderTimesView.of(settings.of(region)),
        mail.lack(),
        mail.sender().orElse(null),
        hosts.list(),
        robot(shown, Optional.empty()),
        addresses.organisations(scope, region).stream().map(one -> view(one, shown)).toList(),
        IntStream.of(year, year + 1)
            .filter(each -> !WorkingDays.shipped().knows(Year.of(each).atDay(1)))
            .boxed()
            .toList());
  }

  /** Keeps other times, and switches reminders on or off. */
  @PutMapping("/settings")
  @AllowedTo(Role.COORDINATOR)
  ReminderSettingsView keep(Scope scope, @Valid @RequestBody ReminderTimesView form) {
    ReminderSettings wanted;
    try {
      wanted = form.settings();
    } catch (ReminderSettings.Fault fault) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, fault.key(), fault.allowed());
    }
    if (!settings.keep(scope, Reminders.region(scope), wanted)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "reminder.no-region");
    }
    return get(scope);
  }

  /** Keeps other addresses of an organisation, or of the group of the region. */
  @PutMapping("/addresses")
  @AllowedTo(Role.COORDINATOR)
  ReminderSettingsView keep(Scope scope, @Valid @RequestBody AddressesForm form) {
    RegionCode region = Reminders.region(scope);
    Optional<UUID> organisation = Optional.ofNullable(form.organisation());
    String name = organisation.map(id -> named(scope, region, id)).orElse("");
    List<String> mailboxes =
        organisation.isPresent()
            ? form.mailboxes().stream().map(this::mailbox).distinct().toList()
            : List.of();
    if (!addresses.keep(scope, region, organisation, name, mailboxes, change(form))) {
      throw Problem.of(HttpStatus.FORBIDDEN, "reminder.no-region");
    }
    return get(scope);
  }

  /** Sends a message that only tries whether anything arrives. */
  @PostMapping("/tests")
  @AllowedTo(Role.COORDINATOR)
  TestedView test(Scope scope, @Valid @RequestBody TestReminderForm form) {
    RegionCode region = Reminders.region(scope);
    String mailbox = form.mailbox();
    if (mailbox != null) {
      return new TestedView(remindNow.tryMail(scope, region, mailbox).value());
    }
    Optional<UUID> organisation = Optional.ofNullable(form.organisation());
    String name = organisation.map(id -> named(scope, region, id)).orElse("");
    return new TestedView(remindNow.tryRobot(scope, region, organisation, name).value());
  }

  private String named(Scope scope, RegionCode region, UUID id) {
    return addresses.organisations(scope, region).stream()
        .filter(one -> one.id().equals(id))
        .map(Addressee::name)
        .findFirst()
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "reminder.unknown-organisation"));
  }

  private String mailbox(String typed) {
    if (!MailCourier.isAddress(typed.strip())) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "reminder.no-address", typed.strip());
    }
    return typed.strip();
  }

  private RobotChange change(AddressesForm form) {
    RobotForm robot = form.robot();
    if (robot == null) {
      return form.removeRobot() ? new RobotChange.Remove() : new RobotChange.Keep();
    }
    if (!robot.way().isRobot() || hosts.find(robot.address()).isEmpty()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "reminder.no-robot-address",
          String.join(", ", hosts.list()));
    }
    String secret =
        robot.way() == Way.DINGTALK ? Optional.ofNullable(robot.secret()).orElse("").strip() : "";
    return new RobotChange.Replace(
        new Addresses.Robot(robot.way(), robot.address().strip(), secret));
  }

  private static ReachedOrganisationView view(Addressee one, List<Addresses.Shown> shown) {
    return new ReachedOrganisationView(
        one.id(),
        one.name(),
        shown.stream()
            .filter(address -> !address.way().isRobot())
            .filter(address -> address.organisation().equals(Optional.of(one.id())))
            .map(Addresses.Shown::address)
            .toList(),
        robot(shown, Optional.of(one.id())));
  }

  private static @Nullable ShownRobotView robot(
      List<Addresses.Shown> shown, Optional<UUID> organisation) {
    return shown.stream()
        .filter(address -> address.way().isRobot())
        .filter(address -> address.organisation().equals(organisation))
        .findFirst()
        .map(address -> new ShownRobotView(address.way(), address.address(), address.signed()))
        .orElse(null);
  }
}
