package jingtu.server.duty.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a digest says on a day, and when there is none. */
class ComposeDigestTests {

  private static final QuietHours OFFICE =
      new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 30), true);

  private static final ReminderSettings SETTINGS =
      new ReminderSettings(true, List.of(3, 7, 30), 7, 30, OFFICE, LocalTime.of(9, 0));

  private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

  /** {@code since}: days from the day before on which it was due; 0 where there is none. */
  @ParameterizedTest(name = "on {0}, {1} days after the last, recurring {2}: {3}")
  @CsvSource({
    "2026-06-01,    0, false, NONE",
    "2026-05-29,    0, false, DUE",
    "2026-05-29,   91, true,  DUE",
    "2026-05-29,   31, true,  NONE",
    "2026-06-23,   31, true,  DUE",
    "2026-06-23,   13, true,  NONE",
    "2026-06-26,    7, true,  DUE",
    "2026-07-01,    0, false, OVERDUE",
    "2026-07-01,   91, true,  NONE",
    "2026-07-02,    0, false, NONE",
    "2026-07-29,    0, false, OVERDUE",
    "2026-08-05,    0, false, NONE"
  })
  void aDutyIsToldOnItsDays(LocalDate today, int since, boolean recurs, String expected) {
    Owed owed =
        new Owed(
            new UUID(0, 1),
            "某局",
            List.of(),
            List.of(new Owed.Dated("清点堆场。", DUE, recurs, since == 0 ? 3660 : since)));

    assertThat(on(today).to(owed).map(draft -> draft.reasons().toString()).orElse("[NONE]"))
        .isEqualTo("[" + expected + "]");
  }

  @Test
  void whatIsNotDueToBeSaidIsToldWhereSomethingElseIs() {
    Owed owed =
        new Owed(
            new UUID(0, 1),
            "某局",
            List.of(inRound(LocalDate.of(2026, 7, 6))),
            List.of(
                new Owed.Dated("上报清单。", LocalDate.of(2026, 6, 10), false, 3660),
                new Owed.Dated("清点堆场。", LocalDate.of(2026, 7, 20), false, 3660)));

    Draft draft = on(LocalDate.of(2026, 6, 29)).to(owed).orElseThrow();

    assertThat(draft.reasons()).containsExactly(Reason.NOT_REPORTED);
    assertThat(draft.subject()).isEqualTo("某局：土壤污染防治工作提醒（3项）");
    assertThat(draft.asks()).hasSize(1);
    assertThat(draft.body())
        .contains("· 某局：请于2026-07-06前报送2026年6月工作进展。尚未报送1项：巡查林地。")
        .contains("· 清点堆场。（时限2026-07-20，还有21天）")
        .contains("· 上报清单。（时限2026-06-10，已过19天，尚未报完成）");
  }

  @Test
  void theGroupIsToldOfAllThatOweReports() {
    Owed one =
        new Owed(new UUID(0, 1), "某局", List.of(inRound(LocalDate.of(2026, 7, 6))), List.of());
    Owed other =
        new Owed(new UUID(0, 2), "某镇", List.of(inRound(LocalDate.of(2026, 7, 6))), List.of());

    Draft draft = on(LocalDate.of(2026, 7, 3)).toGroup(List.of(one, other)).orElseThrow();

    assertThat(draft.organisation()).isEmpty();
    assertThat(draft.body())
        .isEqualTo(
            """
            2026年6月工作进展调度，截止2026-07-06。截至2026-07-03，以下单位尚未报全：
            1. 某局（1项）
            2. 某镇（1项）
            请尽快填报；不便登录的，填好调度表交回，或电话告知联络员代录。""");
    assertThat(on(LocalDate.of(2026, 7, 2)).toGroup(List.of(one, other))).isEmpty();
  }

  private static ComposeDigest on(LocalDate today) {
    return new ComposeDigest(
        Window.of(today, Optional.of(OFFICE.previous(today)), OFFICE), SETTINGS);
  }

  private static Owed.InRound inRound(LocalDate due) {
    return new Owed.InRound(
        new Round(
            new RoundId(new UUID(0, 9)),
            PretendOffice.COUNTY,
            new ReportingPeriod(LocalDate.of(2026, 6, 1), 1),
            LocalDate.of(2026, 6, 25),
            due,
            Optional.empty()),
        List.of("巡查林地，发现问题及时移交。"),
        List.of());
  }
}
