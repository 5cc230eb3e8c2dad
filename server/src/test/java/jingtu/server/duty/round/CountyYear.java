package jingtu.server.duty.round;

import static java.util.stream.Collectors.groupingBy;
import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.round.sheet.CheckedSheet;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.duty.round.sheet.TakeInSheet;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.boot.test.context.TestComponent;

/** What the organisations of the county do in a year, as {@code /duty/year.csv} has it. */
@TestComponent
public class CountyYear {

  public static final LocalDate FROM = LocalDate.of(2026, 4, 20);
  public static final LocalDate TO = LocalDate.of(2027, 4, 12);

  private final DutyOffice office;
  private final Clock clock;
  private final Rounds rounds;
  private final Duties duties;
  private final ReportProgress report;
  private final GiveOutSheets giveOut;
  private final TakeInSheet takeIn;

  CountyYear(
      DutyOffice office,
      Clock clock,
      Rounds rounds,
      Duties duties,
      ReportProgress report,
      GiveOutSheets giveOut,
      TakeInSheet takeIn) {
    this.office = office;
    this.clock = clock;
    this.rounds = rounds;
    this.duties = duties;
    this.report = report;
    this.giveOut = giveOut;
    this.takeIn = takeIn;
  }

  /** One thing that happens. */
  public record Event(String period, LocalDate day, String organisation, String how, String done) {}

  /** What happens on each day, of several tables. */
  public static Map<LocalDate, List<Event>> events(String... tables) {
    return Stream.of(tables)
        .flatMap(DutyOffice::lines)
        .map(CountyYear::event)
        .collect(groupingBy(Event::day));
  }

  /** Lets it happen. */
  public void happen(Event event) {
    UUID organisation = office.organisation(event.organisation()).id();
    Round round = round(event.period());
    switch (event.how()) {
      case "FORM" ->
          lines(round, organisation)
              .forEach(
                  line ->
                      done(
                          report.report(
                              office.officer(event.organisation()),
                              line.id(),
                              line.version(),
                              said(line, event))));
      case "ON_BEHALF" ->
          lines(round, organisation)
              .forEach(
                  line ->
                      done(
                          report.reportOnBehalf(
                              COORDINATOR,
                              line.id(),
                              line.version(),
                              said(line, event),
                              "联络员电话告知")));
      case "SHEET" -> {
        CheckedSheet taken = handIn(round, organisation, filled(round, organisation, event));
        assertThat(taken.findings()).isEmpty();
        assertThat(taken.taken()).hasSize(lines(round, organisation).size());
      }
      case "OTHERS_SHEET" -> {
        UUID other = office.organisation("石漪镇人民政府").id();
        CheckedSheet taken = handIn(round, organisation, filled(round, other, event));
        assertThat(taken.refusal().orElseThrow().problem().key())
            .isEqualTo("round.returned.others-sheet");
      }
      case "LAST_SHEET" -> {
        Round last = round(event.day().minusMonths(2).toString().substring(0, 7));
        CheckedSheet taken = handIn(round, organisation, filled(last, organisation, event));
        assertThat(taken.refusal().orElseThrow().problem().key())
            .isEqualTo("round.returned.other-period");
      }
      case "REOPENED" -> {
        ReportLine accepted = lines(round, organisation).getFirst();
        ReportLine open =
            done(report.reopen(COORDINATOR, accepted.id(), accepted.version(), "数字有误"));
        done(
            report.report(
                office.officer(event.organisation()),
                open.id(),
                open.version(),
                said(open, event)));
      }
      case "DAMAGED" -> {
        byte[] damaged =
            ReturnedWorkbook.edited(
                filled(round, organisation, event),
                sheet ->
                    ReturnedWorkbook.deleteColumn(sheet, ReturnedWorkbook.column(sheet, "工作状态")));
        assertThat(handIn(round, organisation, damaged).refusal().orElseThrow().problem().key())
            .isEqualTo("round.returned.no-column");
      }
      case "RETURNED" ->
          lines(round, organisation)
              .forEach(
                  line -> done(report.giveBack(COORDINATOR, line.id(), line.version(), "数字不全")));
      default -> throw new IllegalArgumentException(event.how());
    }
  }

  /** Whatever was reported is accepted on the day after. */
  public void acceptWhatLies() {
    rounds.list(COORDINATOR).stream()
        .flatMap(round -> rounds.lines(COORDINATOR, round.id(), Optional.empty()).stream())
        .filter(line -> line.status() == LineStatus.REPORTED)
        .filter(line -> OfficeDay.of(line.changedAt()).isBefore(OfficeDay.today(clock)))
        .forEach(line -> done(report.accept(COORDINATOR, line.id(), line.version())));
  }

  private CheckedSheet handIn(Round round, UUID organisation, byte[] file) {
    return takeIn
        .take(COORDINATOR, round.id(), Optional.of(organisation), "调度表.xlsx", file, Language.ZH)
        .orElseThrow();
  }

  private byte[] filled(Round round, UUID organisation, Event event) {
    byte[] sent =
        giveOut.one(COORDINATOR, round.id(), organisation, Language.ZH).orElseThrow().content();
    return ReturnedWorkbook.edited(
        sent,
        sheet -> {
          int sentence = ReturnedWorkbook.column(sheet, "工作内容");
          ReturnedWorkbook.rows(sheet)
              .forEach(
                  row ->
                      ReturnedWorkbook.fill(
                          sheet,
                          row,
                          isDone(ReturnedWorkbook.text(row, sentence), event) ? "已完成" : "推进中",
                          event.day() + "以表格报送"));
        });
  }

  private Progress said(ReportLine line, Event event) {
    Scope officer = office.officer(event.organisation());
    String sentence = duties.find(officer, line.duty()).orElseThrow().sentence();
    return new Progress(
        isDone(sentence, event) ? DutyState.DONE : DutyState.GOING_ON,
        event.day() + "填报",
        "",
        "",
        "",
        "",
        "");
  }

  private static boolean isDone(String sentence, Event event) {
    return !event.done().isEmpty() && sentence.startsWith(event.done());
  }

  private Round round(String period) {
    return rounds.list(COORDINATOR).stream()
        .filter(round -> round.period().first().toString().startsWith(period))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no round-up of " + period));
  }

  private List<ReportLine> lines(Round round, UUID organisation) {
    return rounds.lines(COORDINATOR, round.id(), Optional.of(organisation));
  }

  private static ReportLine done(ReportOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReportOutcome.Done.class);
    return ((ReportOutcome.Done) outcome).line();
  }

  private static Event event(String line) {
    String[] cells = line.split(",", -1);
    return new Event(cells[0], LocalDate.parse(cells[1]), cells[2], cells[3], cells[4]);
  }
}
