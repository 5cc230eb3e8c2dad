package jingtu.server.duty.home;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.scope.OfficeDay;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The words in which offices are told what is due; those of round-ups have their own test. */
@WholeDuty
@Transactional
class DueWordsTests {

  private static final String FARMING = "禾汀县农业农村局";

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired DueWords words;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  /** “县农业农村局要于2026年4月18日前，将部门年度工作方案报领导小组办公室。” */
  @Test
  void whatIsDueWithinDaysIsToldToWhoeverHasToDoIt() {
    turnTo(LocalDate.of(2026, 4, 13));
    office.plan("快到");

    DueWords.Told told = words.of(COORDINATOR, Within.DAYS_7, Language.ZH);

    assertThat(told.organisations())
        .filteredOn(one -> one.name().equals(FARMING))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.organisation()).isEqualTo(office.organisation(FARMING).id());
              assertThat(one.duties()).isEqualTo(1);
              assertThat(one.text())
                  .isEqualTo(
                      """
                      禾汀县农业农村局：以下1项工作将在7天内到期，请按时完成并报送进展。
                      1. 县农业农村局要于2026年4月18日前（时限2026-04-18，还有5天）""");
            });
    assertThat(told.text())
        .startsWith("截至2026-04-13，以下单位有工作将在7天内到期：\n1. ")
        .contains("禾汀县农业农村局（1项，最早的还有5天）")
        .endsWith("\n请按时完成并报送进展；不便登录的，可电话告知联络员代录。");
    assertThat(words.of(COORDINATOR, Within.DAYS_3, Language.ZH).organisations())
        .extracting(DueWords.ToOne::name)
        .doesNotContain(FARMING);
  }

  @Test
  void whatIsOverdueIsToldWithHowLongItIs() {
    turnTo(LocalDate.of(2026, 4, 30));
    office.plan("逾期");

    DueWords.Told told = words.of(COORDINATOR, Within.OVERDUE, Language.EN);

    assertThat(told.organisations())
        .filteredOn(one -> one.name().equals(FARMING))
        .singleElement()
        .extracting(DueWords.ToOne::text)
        .asString()
        .startsWith(FARMING + ": overdue tasks: 1.")
        .endsWith("(due 2026-04-18, 12 days late)");
  }

  @Test
  void aTellingOfMuchIsCutAndSaysHowMuchMoreThereIs() {
    turnTo(LocalDate.of(2026, 4, 13));
    for (int i = 0; i < 10; i++) {
      office.plan("第" + i + "份");
    }

    DueWords.Told told = words.of(COORDINATOR, Within.DAYS_7, Language.ZH);

    assertThat(told.organisations())
        .filteredOn(one -> one.name().equals(FARMING))
        .singleElement()
        .extracting(DueWords.ToOne::text)
        .asString()
        .contains("\n8. ")
        .doesNotContain("\n9. ")
        .endsWith("\n……另有2项。");
  }

  @Test
  void nobodyIsToldWhatIsNotTheirs() {
    turnTo(LocalDate.of(2026, 4, 13));
    office.plan("别处");

    assertThat(
            words.of(
                PretendOffice.coordinator(PretendOffice.NEIGHBOUR), Within.DAYS_30, Language.ZH))
        .isEqualTo(new DueWords.Told(LocalDate.of(2026, 4, 13), "", List.of(), 0));
  }

  private void turnTo(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), noon));
  }
}
