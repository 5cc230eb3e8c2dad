package jingtu.server.duty.reminder;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.chase.Chase;
import jingtu.server.duty.chase.Owing;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.edge.Problem;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of a message, as a mail server answers and people decide. */
@WholeDuty
class OutboxTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String TOWNSHIP = "石漪镇人民政府";
  private static final Scope NEIGHBOUR = PretendOffice.coordinator(PretendOffice.NEIGHBOUR);
  private static final ScriptedMailServer SERVER = new ScriptedMailServer();

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", SERVER::port);
    registry.add("spring.mail.username", () -> "county@county.example");
    registry.add("spring.mail.properties.mail.smtp.timeout", () -> "1000");
  }

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
  }

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired WhoOwes whoOwes;
  @Autowired KeepReminderSettings settings;
  @Autowired Addresses addresses;
  @Autowired RemindNow remindNow;
  @Autowired Reminders reminders;
  @Autowired Outbox outbox;
  @Autowired SendReminders sender;

  @BeforeEach
  void begin() {
    SERVER.answer(ScriptedMailServer.Manner.TAKES);
    SERVER.mails().clear();
    SERVER.asked().clear();
    turnTo(LocalDate.of(2026, 8, 25), LocalTime.of(9, 30));
  }

  @Test
  void whatTheOtherSideRefusesForGoodHasFailed() {
    SERVER.answer(ScriptedMailServer.Manner.REFUSES);
    ReminderId id = test();

    sender.keep();
    later(Duration.ofDays(1));
    sender.keep();

    assertThat(get(id).status()).isEqualTo(ReminderStatus.FAILED);
    assertThat(get(id).trouble()).isEqualTo(Trouble.REFUSED);
    assertThat(get(id).said()).contains("550 5.1.1 no such mailbox");
    assertThat(SERVER.asked()).hasSize(1);
  }

  @Test
  void whatMayGoBetterLaterIsTriedAFewTimes() {
    SERVER.answer(ScriptedMailServer.Manner.IS_BUSY);
    ReminderId id = test();

    sender.keep();
    later(Duration.ofMinutes(4));
    sender.keep();
    assertThat(SERVER.asked()).as("not before five minutes").hasSize(1);
    for (Duration pause :
        List.of(Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(2))) {
      assertThat(get(id).status()).isEqualTo(ReminderStatus.WAITING);
      later(pause);
      sender.keep();
    }

    assertThat(get(id).status()).isEqualTo(ReminderStatus.FAILED);
    assertThat(get(id).said()).contains("451");
    assertThat(SERVER.asked()).hasSize(4);
  }

  @Test
  void whereNoConnectionComesAboutItIsTriedAgainAndArrivesOnce() {
    SERVER.answer(ScriptedMailServer.Manner.HANGS_UP);
    ReminderId id = test();
    sender.keep();
    assertThat(get(id).trouble()).isEqualTo(Trouble.NOT_REACHED);

    SERVER.answer(ScriptedMailServer.Manner.TAKES);
    later(Duration.ofMinutes(5));
    sender.keep();
    sender.keep();

    assertThat(get(id).status()).isEqualTo(ReminderStatus.SENT);
    assertThat(SERVER.mails()).singleElement().asString().contains("To: zhao@county.example");
  }

  @Test
  void whatNobodyKnowsIsNeverSentAgainByItself() {
    ReminderId id = unknown();

    SERVER.answer(ScriptedMailServer.Manner.TAKES);
    later(Duration.ofDays(2));
    sender.keep();
    outbox.doubtWhatWasOnItsWay();
    sender.keep();

    assertThat(get(id).status()).isEqualTo(ReminderStatus.UNCONFIRMED);
    assertThat(SERVER.mails()).hasSize(1);
    assertThat(reminders.unconfirmed(COORDINATOR)).extracting(Reminder::id).contains(id);
  }

  @Test
  void aPersonSaysThatItArrived() {
    ReminderId id = unknown();

    Reminder settled = reminders.arrived(COORDINATOR, id);

    assertThat(settled.status()).isEqualTo(ReminderStatus.SENT);
    assertThat(settled.settledBy()).contains(COORDINATOR.username());
    assertThat(reminders.unconfirmed(COORDINATOR)).extracting(Reminder::id).doesNotContain(id);
    assertThatThrownBy(() -> reminders.sendAgain(COORDINATOR, id)).isInstanceOf(Problem.class);
  }

  @Test
  void aPersonHasItSaidAgainOnce() {
    ReminderId id = unknown();
    SERVER.answer(ScriptedMailServer.Manner.TAKES);

    Reminder again = reminders.sendAgain(COORDINATOR, id);
    sender.keep();

    assertThat(again.repeats()).contains(id);
    assertThat(get(again.id()).status()).isEqualTo(ReminderStatus.SENT);
    assertThat(get(id).status()).isEqualTo(ReminderStatus.UNCONFIRMED);
    assertThat(reminders.unconfirmed(COORDINATOR)).extracting(Reminder::id).doesNotContain(id);
    assertThat(SERVER.mails()).hasSize(2);
    assertThatThrownBy(() -> reminders.sendAgain(COORDINATOR, id)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> reminders.arrived(COORDINATOR, id)).isInstanceOf(Problem.class);
  }

  @Test
  void oneOfTwoSendersHasAMessage() {
    ReminderId id = test();

    assertThat(outbox.take(id)).isTrue();
    assertThat(outbox.take(id)).isFalse();
    sender.keep();

    assertThat(SERVER.mails()).isEmpty();
    outbox.doubtWhatWasOnItsWay();
    assertThat(get(id).trouble()).isEqualTo(Trouble.STOPPED);
  }

  @Test
  void othersNeitherSeeNorDecide() {
    ReminderId id = unknown();

    assertThat(reminders.find(NEIGHBOUR, id)).isEmpty();
    assertThat(reminders.unconfirmed(NEIGHBOUR)).isEmpty();
    assertThat(reminders.list(NEIGHBOUR, all())).isEmpty();
    assertThatThrownBy(() -> reminders.arrived(NEIGHBOUR, id)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> reminders.sendAgain(NEIGHBOUR, id)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> reminders.cancel(NEIGHBOUR, id)).isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> remindNow.tryMail(NEIGHBOUR, PretendOffice.COUNTY, "zhao@county.example"))
        .isInstanceOf(Problem.class);
    assertThat(
            settings.keep(
                NEIGHBOUR, PretendOffice.COUNTY, settings.of(PretendOffice.COUNTY).switched(true)))
        .isFalse();
    assertThat(addresses.list(NEIGHBOUR, PretendOffice.COUNTY)).isEmpty();
  }

  @Test
  void whatIsAskedForInQuietHoursWaitsOrGoesOutAsIsSaid() {
    Round round = openRound("免打扰");
    address(BUREAU, "bureau@county.example");
    List<Owing> owing = owing(round, BUREAU, TOWNSHIP);
    turnTo(LocalDate.of(2026, 8, 25), LocalTime.of(20, 0));

    assertThatThrownBy(() -> remindNow.ask(COORDINATOR, round, owing, RemindNow.InQuietHours.ASK))
        .isInstanceOf(Problem.class);
    RemindNow.Put waiting = remindNow.ask(COORDINATOR, round, owing, RemindNow.InQuietHours.WAIT);
    sender.keep();
    assertThat(waiting.messages()).isEqualTo(1);
    assertThat(waiting.unreached()).containsExactly(TOWNSHIP);
    assertThat(waiting.from()).contains(at(LocalDate.of(2026, 8, 26), LocalTime.of(8, 30)));
    assertThat(remindNow.ask(COORDINATOR, round, owing, RemindNow.InQuietHours.SEND).messages())
        .as("one like it waits already")
        .isZero();
    assertThat(SERVER.mails()).isEmpty();
    reminders.cancel(COORDINATOR, reminders.list(COORDINATOR, all()).getFirst().id());

    remindNow.ask(COORDINATOR, round, owing, RemindNow.InQuietHours.SEND);
    sender.keep();

    assertThat(SERVER.mails()).hasSize(1);
    assertThat(owing(round, BUREAU).getFirst().chases())
        .first()
        .satisfies(
            chase -> {
              assertThat(chase.way()).isEqualTo(Chase.Way.EMAIL);
              assertThat(chase.by()).isEqualTo(COORDINATOR.username());
              assertThat(chase.body()).startsWith(BUREAU);
            });
  }

  @Test
  void whoReportedMeanwhileIsNotAsked() {
    Round round = openRound("已报");
    address(TOWNSHIP, "township@county.example");
    turnTo(LocalDate.of(2026, 8, 25), LocalTime.of(20, 0));
    remindNow.ask(COORDINATOR, round, owing(round, TOWNSHIP), RemindNow.InQuietHours.WAIT);
    UUID organisation = office.organisation(TOWNSHIP).id();
    rounds
        .lines(COORDINATOR, round.id(), Optional.of(organisation))
        .forEach(
            line ->
                report.report(
                    office.officer(TOWNSHIP),
                    line.id(),
                    line.version(),
                    new Progress(DutyState.GOING_ON, "走访", "", "", "", "", "")));

    turnTo(LocalDate.of(2026, 8, 26), LocalTime.of(8, 30));
    sender.keep();

    assertThat(SERVER.mails()).isEmpty();
    assertThat(
            reminders.list(
                COORDINATOR,
                new Reminders.Filter(
                    Optional.of(ReminderStatus.CANCELLED),
                    Optional.of(organisation),
                    Optional.empty())))
        .as("whatever other tests left, at whatever time")
        .extracting(Reminder::trouble)
        .containsExactly(Trouble.REPORTED);
  }

  private ReminderId unknown() {
    SERVER.answer(ScriptedMailServer.Manner.FALLS_SILENT);
    ReminderId id = test();
    sender.keep();
    assertThat(get(id).status()).isEqualTo(ReminderStatus.UNCONFIRMED);
    assertThat(get(id).trouble()).isEqualTo(Trouble.NO_ANSWER);
    return id;
  }

  private ReminderId test() {
    return remindNow.tryMail(COORDINATOR, PretendOffice.COUNTY, "zhao@county.example");
  }

  private Reminder get(ReminderId id) {
    return reminders.find(COORDINATOR, id).orElseThrow();
  }

  private static Reminders.Filter all() {
    return new Reminders.Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Round openRound(String mark) {
    if (rounds.list(COORDINATOR).isEmpty()) {
      office.plan(mark);
      openRounds.keep();
    }
    return rounds.list(COORDINATOR).getFirst();
  }

  private List<Owing> owing(Round round, String... names) {
    return whoOwes.in(COORDINATOR, round.id(), Language.ZH).orElseThrow().owing().stream()
        .filter(owing -> List.of(names).contains(owing.name()))
        .toList();
  }

  private void address(String name, String mailbox) {
    addresses.keep(
        COORDINATOR,
        PretendOffice.COUNTY,
        Optional.of(office.organisation(name).id()),
        name,
        List.of(mailbox),
        new Addresses.RobotChange.Keep());
  }

  private void later(Duration pause) {
    clock.turn(pause);
  }

  private void turnTo(LocalDate day, LocalTime hour) {
    clock.turn(Duration.between(clock.instant(), at(day, hour)));
  }

  private static Instant at(LocalDate day, LocalTime hour) {
    return day.atTime(hour).atZone(OfficeDay.ZONE).toInstant();
  }
}
