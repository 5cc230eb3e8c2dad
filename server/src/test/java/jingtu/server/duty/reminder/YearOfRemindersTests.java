package jingtu.server.duty.reminder;

import static java.util.stream.Collectors.joining;
import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.CountyYear;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.scope.OfficeDay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The reminders of a county's year, as they arrive at a real mail server, held against tables that
 * were reckoned beforehand.
 */
@WholeDuty
class YearOfRemindersTests {

  private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());

  /** In this order they stand in the tables. */
  private static final Map<String, String> MAILBOXES = new LinkedHashMap<>();

  private static final LocalTime HOUR_OF_DIGEST = LocalTime.of(9, 0);

  /** Before the hour, at it, and in both quiet halves of the day. */
  private static final List<LocalTime> HOURS =
      List.of(
          LocalTime.of(7, 30),
          LocalTime.of(8, 45),
          HOUR_OF_DIGEST,
          LocalTime.of(18, 0),
          LocalTime.of(23, 30));

  static {
    MAILBOXES.put("东临市生态环境局禾汀分局", "bureau@county.example");
    MAILBOXES.put("石漪镇人民政府", "township@county.example");
    MAILBOXES.put("禾汀县农业农村局", "agriculture@county.example");
    MAILBOXES.put("禾汀县财政局", "finance@county.example");
    MAIL.start();
  }

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "localhost");
    registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    registry.add("spring.mail.properties.mail.from", () -> "county@county.example");
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
  }

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired CountyYear year;
  @Autowired KeepReminderSettings settings;
  @Autowired Addresses addresses;
  @Autowired SendReminders sender;
  @Autowired JdbcClient jdbc;

  /** What arrived: when, where, and what it said. */
  private record Arrived(LocalDate day, String organisation, String reasons, String text) {}

  private final List<Arrived> arrived = new ArrayList<>();

  @Test
  void aYearBringsTheMailsThatWereReckoned() throws MessagingException, IOException {
    Map<LocalDate, List<CountyYear.Event>> events =
        CountyYear.events("/duty/year.csv", "/duty/year-further.csv");
    turnTo(CountyYear.FROM, LocalTime.of(7, 0));
    office.plan("一年的提醒");
    MAILBOXES.forEach(this::keep);
    settings.keep(
        COORDINATOR, PretendOffice.COUNTY, settings.of(PretendOffice.COUNTY).switched(true));

    for (LocalDate day = CountyYear.FROM; !day.isAfter(CountyYear.TO); day = day.plusDays(1)) {
      for (LocalTime hour : HOURS) {
        turnTo(day, hour);
        if (hour.equals(HOUR_OF_DIGEST)) {
          openRounds.keep();
          sendTwice(day);
          year.acceptWhatLies();
          events.getOrDefault(day, List.of()).forEach(year::happen);
        }
        sendTwice(day);
      }
    }

    assertThat(
            arrived.stream()
                .map(mail -> mail.day() + "," + mail.organisation() + "," + mail.reasons()))
        .containsExactlyElementsOf(DutyOffice.lines("/duty/expected-reminders.csv").toList());
    assertThat(byMonth())
        .containsExactlyElementsOf(
            DutyOffice.lines("/duty/expected-reminders-by-month.csv").toList());
    assertThat(text("石漪镇人民政府", LocalDate.of(2026, 11, 2)))
        .isEqualTo(
            """
            石漪镇人民政府：

            【调度报送】
            · 石漪镇人民政府：请于2026-11-05前报送2026年10月工作进展。尚未报送2项：对老旧堆场开展踏勘；对查实的点位逐一提出封存意见。

            【已过时限】
            · 对老旧堆场开展踏勘，2026年10月底前形成点位清单。（时限2026-10-31，已过2天，尚未报完成）

            本消息由系统自动发出，请勿直接回复。已经报送的，请忽略；有疑问的，请与调度单位联系。""");
    assertThat(count("select count(*) from reminder where status = 'SENT'"))
        .isEqualTo(arrived.size());
    assertThat(count("select count(*) from reminder")).isEqualTo(arrived.size());
    assertThat(count("select count(*) from chase where way = 'EMAIL'"))
        .as("each is in the record of chases of the round-ups that it asks about")
        .isEqualTo(count("select count(*) from reminder_round"))
        .isGreaterThan(100);
  }

  /**
   * Asked again in the same minute it finds nothing to do. Mails leave at the digest's hour only.
   */
  private void sendTwice(LocalDate day) throws MessagingException, IOException {
    sender.keep();
    sender.keep();
    List<Arrived> now = new ArrayList<>();
    for (MimeMessage mail : MAIL.getReceivedMessages()) {
      now.add(arrived(day, mail));
    }
    purge();
    if (!now.isEmpty()) {
      assertThat(LocalTime.ofInstant(clock.instant(), OfficeDay.ZONE)).isEqualTo(HOUR_OF_DIGEST);
    }
    MAILBOXES
        .keySet()
        .forEach(
            name -> now.stream().filter(m -> m.organisation().equals(name)).forEach(arrived::add));
  }

  private static void purge() {
    try {
      MAIL.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  private Arrived arrived(LocalDate day, MimeMessage mail) throws MessagingException, IOException {
    String mailbox = mail.getAllRecipients()[0].toString();
    String organisation =
        MAILBOXES.entrySet().stream()
            .filter(each -> each.getValue().equals(mailbox))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    String reasons =
        jdbc.sql("select reasons from reminder where id = :id")
            .param("id", UUID.fromString(mail.getHeader("X-Jingtu-Reminder")[0]))
            .query(String.class)
            .single();
    return new Arrived(
        day,
        organisation,
        Stream.of(reasons.split(" "))
            .map(Reason::valueOf)
            .sorted()
            .map(Reason::name)
            .collect(joining(" ")),
        mail.getContent().toString().replace("\r\n", "\n").strip());
  }

  private List<String> byMonth() {
    Map<String, List<Arrived>> groups = new TreeMap<>();
    List<String> order = List.copyOf(MAILBOXES.keySet());
    arrived.forEach(
        mail ->
            groups
                .computeIfAbsent(
                    mail.day().toString().substring(0, 7) + order.indexOf(mail.organisation()),
                    key -> new ArrayList<>())
                .add(mail));
    return groups.values().stream().map(YearOfRemindersTests::row).toList();
  }

  private static String row(List<Arrived> mails) {
    return mails.getFirst().day().toString().substring(0, 7)
        + ","
        + mails.getFirst().organisation()
        + ","
        + mails.size()
        + Stream.of("NOT_REPORTED", "DUE", "OVERDUE", "RETURNED")
            .map(
                reason ->
                    ","
                        + mails.stream()
                            .filter(mail -> List.of(mail.reasons().split(" ")).contains(reason))
                            .count())
            .collect(joining());
  }

  private String text(String organisation, LocalDate day) {
    return arrived.stream()
        .filter(mail -> mail.organisation().equals(organisation) && mail.day().equals(day))
        .map(Arrived::text)
        .findFirst()
        .orElseThrow();
  }

  private void keep(String name, String mailbox) {
    addresses.keep(
        COORDINATOR,
        PretendOffice.COUNTY,
        Optional.of(office.organisation(name).id()),
        name,
        List.of(mailbox),
        new Addresses.RobotChange.Keep());
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private void turnTo(LocalDate day, LocalTime hour) {
    Instant then = day.atTime(hour).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), then));
  }
}
