package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.server.document.DocumentId;
import jingtu.server.scope.RegionCode;
import org.junit.jupiter.api.Test;

/** The calendar of an invented plan, from its sentences to the days. */
class PlanCalendarTests {

  private static final String PLAN =
      """
      禾汀县土壤污染防治工作方案

      禾政发〔2026〕9号

      一、主要任务

      （一）清查堆场。2026年2月底前完成清查。施工单位应于每年3月底前报送台账。（县城管局牵头，县水利局参与）

      （二）盯紧企业。每年开展1次监测，自2026年7月起执行。收到书面通知后30日内，企业应提交报告。每周巡查。（市生态环境局禾汀分局牵头）
      """;

  private final StoredPlan plan = read();
  private final PlanCalendar calendar = PlanCalendar.of(plan, LocalDate.of(2026, 11, 25));
  private final Words words = new Words(PLAN);

  @Test
  void listsWhatFallsDueByItsDay() {
    assertThat(calendar.dated())
        .extracting(entry -> entry.day().orElseThrow() + " " + entry.number())
        .containsExactly("2026-02-28 1", "2026-03-31 1", "2026-12-31 2");
  }

  @Test
  void saysWhichDaysAreNotPrintedAndWhichLieBeforeThePlan() {
    assertThat(calendar.dated())
        .filteredOn(CalendarEntry::assumed)
        .extracting(CalendarEntry::when)
        .containsExactly("R/P1Y");
    assertThat(calendar.dated())
        .filteredOn(calendar::beforeIssue)
        .extracting(entry -> words.of(entry.words()))
        .containsExactly("2026年2月底前");
  }

  @Test
  void keepsOpenStartsEventsAndWhatComesOftenApart() {
    assertThat(calendar.openStarts())
        .extracting(entry -> entry.day().orElseThrow())
        .containsExactly(LocalDate.of(2026, 7, 1));
    assertThat(calendar.undated()).extracting(CalendarEntry::when).containsExactly("R/P1W");
    assertThat(calendar.events())
        .extracting(CalendarEntry::when)
        .anySatisfy(event -> assertThat(event).contains("书面通知"));
  }

  @Test
  void aDateThatIsNotWhollyKnownHasNoDayAndStandsApart() {
    PlanCalendar masked = PlanCalendar.of(read("R/P1Y", "XXXX-12-31"), LocalDate.of(2026, 11, 25));

    assertThat(masked.incomplete())
        .extracting(CalendarEntry::when, CalendarEntry::day)
        .containsExactly(tuple("XXXX-12-31", Optional.empty()));
    assertThat(masked.dated()).extracting(CalendarEntry::when).doesNotContain("XXXX-12-31");
    assertThat(masked.of("市生态环境局禾汀分局").incomplete()).hasSize(1);
    assertThat(masked.of("县水利局").incomplete()).isEmpty();
    assertThat(calendar.incomplete()).isEmpty();
  }

  @Test
  void anOrganisationSeesWhatNamesIt() {
    assertThat(calendar.of("县水利局").dated()).hasSize(2);
    assertThat(calendar.of("施工单位").dated())
        .extracting(entry -> entry.day().orElseThrow())
        .containsExactly(LocalDate.of(2026, 3, 31));
    assertThat(calendar.of("县教育局").dated()).isEmpty();
  }

  private static StoredPlan read() {
    return read("", "");
  }

  /** The plan as it is read, with one notation wherever it was another. */
  private static StoredPlan read(String notation, String instead) {
    PlanReading reading = (PlanReading) PlanReader.read("方案.txt", PLAN.getBytes(UTF_8));
    ReadPlan only = Redated.plan(reading.plans().getFirst(), notation, instead);
    RegisteredPlan summary =
        new RegisteredPlan(
            new PlanId(new UUID(0, 1)),
            new DocumentId(new UUID(0, 2)),
            new RegisterEntry(
                only.head().title(),
                only.head().number(),
                only.head().issuer(),
                Optional.of(LocalDate.of(2026, 3, 18)),
                PlanKind.WORK_PLAN,
                PlanLevel.COUNTY,
                new Validity(Optional.empty(), Optional.empty()),
                Optional.empty()),
            Life.UNTOUCHED,
            only.head().disclosure(),
            new RegionCode("990101"),
            only.tasks().size(),
            0,
            Instant.EPOCH,
            "");
    return new StoredPlan(
        summary,
        reading.text(),
        reading.passages(),
        only,
        EntryStates.asRead(only, UUID::randomUUID),
        List.of(),
        IntStream.range(0, only.findings().size())
            .mapToObj(number -> new FindingState(number, Optional.empty()))
            .toList());
  }
}
