package jingtu.server.duty.round;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static jingtu.server.duty.round.ReturnedWorkbook.FIRST;
import static jingtu.server.duty.round.ReturnedWorkbook.HEADINGS;
import static jingtu.server.duty.round.ReturnedWorkbook.column;
import static jingtu.server.duty.round.ReturnedWorkbook.deleteColumn;
import static jingtu.server.duty.round.ReturnedWorkbook.fill;
import static jingtu.server.duty.round.ReturnedWorkbook.rows;
import static jingtu.server.duty.round.ReturnedWorkbook.set;
import static jingtu.server.duty.round.ReturnedWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.sheet.CheckedSheet;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.duty.round.sheet.TakeInSheet;
import jingtu.server.scope.OfficeDay;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables that come back other than they were sent: recognised, explained, and nothing overwritten.
 */
@WholeDuty
@Transactional
class ReturnedSheetTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String TOWNSHIP = "石漪镇人民政府";

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired GiveOutSheets giveOut;
  @Autowired TakeInSheet takeIn;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private Round july = anyRound();
  private Round august = anyRound();

  @BeforeEach
  void openTwoPeriods() {
    turnTo(LocalDate.of(2026, 7, 25));
    office.plan("两期");
    openRounds.keep();
    turnTo(LocalDate.of(2026, 8, 25));
    openRounds.keep();
    List<Round> open = rounds.list(COORDINATOR);
    august = open.get(0);
    july = open.get(1);
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void rowsAndColumnsInAnyOrderAreTaken() {
    byte[] file =
        edited(
            sheet -> {
              fillAll(sheet);
              // The first row goes to the end, whole; two columns change places.
              List<Row> rows = rows(sheet);
              for (int i = 0; i < rows.getFirst().getLastCellNum(); i++) {
                swap(rows.getFirst(), rows.getLast(), i);
              }
              int state = column(sheet, "工作状态");
              int problems = column(sheet, "存在问题");
              for (int i = HEADINGS; i <= sheet.getLastRowNum(); i++) {
                String kept = text(sheet.getRow(i), state);
                set(sheet.getRow(i), state, text(sheet.getRow(i), problems));
                set(sheet.getRow(i), problems, kept);
              }
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(taken.findings()).isEmpty();
    assertThat(said(BUREAU))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("对老旧堆场开展踏勘", "第4行", "对查实的点位逐一提出封存意见", "第5行", "自2026年7月起执行新的备案要求", "第6行"));
  }

  @Test
  void aColumnThatWasSortedAloneIsSeenAndItsRowsAreLeft() {
    byte[] file =
        edited(
            sheet -> {
              fillAll(sheet);
              swap(rows(sheet).get(0), rows(sheet).get(1), column(sheet, "工作内容"));
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(keys(taken)).containsExactly("round.returned.swapped", "round.returned.swapped");
    assertThat(taken.taken()).hasSize(1);
    assertThat(said(BUREAU)).containsExactlyEntriesOf(Map.of("自2026年7月起执行新的备案要求", "第6行"));
  }

  @Test
  void withoutItsMarksARowIsKnownByItsSentence() {
    byte[] file =
        edited(
            sheet -> {
              fillAll(sheet);
              deleteColumn(sheet, 0);
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(taken.findings()).isEmpty();
    assertThat(said(BUREAU)).hasSize(3).containsEntry("对老旧堆场开展踏勘", "第4行");
    assertThat(
            takeIn
                .check(COORDINATOR, august.id(), Optional.empty(), "a.xlsx", file, Language.ZH)
                .orElseThrow()
                .refusal()
                .orElseThrow()
                .problem()
                .key())
        .isEqualTo("round.returned.whose");
  }

  @Test
  void aMissingColumnOfStatesIsExplainedAndNothingIsTaken() {
    byte[] file =
        edited(
            sheet -> {
              fillAll(sheet);
              deleteColumn(sheet, column(sheet, "工作状态"));
            });

    assertThat(refusal(take(BUREAU, file))).isEqualTo("round.returned.no-column");
    assertThat(said(BUREAU)).isEmpty();
  }

  @Test
  void aMissingColumnOfLesserWeightKeepsWhatWasThere() {
    ReportLine first = lines(BUREAU).getFirst();
    done(
        report.report(
            office.officer(BUREAU),
            first.id(),
            first.version(),
            new Progress(DutyState.GOING_ON, "甲", "", "缺钱", "", "", "")));
    byte[] file =
        edited(
            sheet -> {
              fillAll(sheet);
              deleteColumn(sheet, column(sheet, "存在问题"));
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(taken.notices())
        .extracting(notice -> notice.problem().key())
        .containsExactly("round.returned.left-out");
    assertThat(lines(BUREAU).getFirst().said().orElseThrow())
        .isEqualTo(new Progress(DutyState.GOING_ON, "第4行", "", "缺钱", "", "", ""));
  }

  @Test
  void mergedCellsAreExplainedAndTheirRowsAreLeft() {
    byte[] file =
        edited(
            sheet -> {
              fillAll(sheet);
              int progress = column(sheet, "进展");
              sheet.addMergedRegion(new CellRangeAddress(FIRST, FIRST + 1, progress, progress));
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(keys(taken)).containsExactly("round.returned.merged", "round.returned.merged");
    assertThat(said(BUREAU)).containsExactlyEntriesOf(Map.of("自2026年7月起执行新的备案要求", "第6行"));
  }

  @Test
  void anotherOrganisationsSheetIsRecognised() {
    byte[] others = edited(sent(august, TOWNSHIP), ReturnedSheetTests::fillAll);

    CheckedSheet taken = take(BUREAU, others);

    assertThat(refusal(taken)).isEqualTo("round.returned.others-sheet");
    assertThat(taken.refusal().orElseThrow().problem().arguments()).containsExactly(TOWNSHIP);
    assertThat(said(BUREAU)).isEmpty();
    assertThat(said(TOWNSHIP)).isEmpty();
    // Out of a heap of tables it goes to whose it is.
    CheckedSheet heap =
        takeIn
            .take(COORDINATOR, august.id(), Optional.empty(), "a.xlsx", others, Language.ZH)
            .orElseThrow();
    assertThat(heap.organisation()).contains(office.organisation(TOWNSHIP).id());
    assertThat(said(TOWNSHIP)).hasSize(2);
  }

  @Test
  void lastPeriodsSheetIsRecognisedWithItsMarksAndWithout() {
    byte[] last = edited(sent(july, BUREAU), ReturnedSheetTests::fillAll);
    byte[] unmarked =
        edited(
            sent(july, BUREAU),
            sheet -> {
              fillAll(sheet);
              deleteColumn(sheet, 0);
            });

    for (byte[] file : List.of(last, unmarked)) {
      CheckedSheet taken = take(BUREAU, file);
      assertThat(refusal(taken)).isEqualTo("round.returned.other-period");
      assertThat(taken.refusal().orElseThrow().problem().arguments())
          .containsExactly("2026年7月", "2026年8月");
    }
    assertThat(said(BUREAU)).isEmpty();
  }

  @Test
  void whatWasAcceptedOrChangedSinceIsNotOverwritten() {
    byte[] sent = sent(august, BUREAU);
    ReportLine accepted = lines(BUREAU).get(0);
    ReportLine changed = lines(BUREAU).get(1);
    Progress own = new Progress(DutyState.STEADY, "自填", "", "", "", "", "");
    ReportLine reported =
        done(report.report(office.officer(BUREAU), accepted.id(), accepted.version(), own));
    done(report.accept(COORDINATOR, reported.id(), reported.version()));
    done(report.report(office.officer(BUREAU), changed.id(), changed.version(), own));

    CheckedSheet taken = take(BUREAU, edited(sent, ReturnedSheetTests::fillAll));

    assertThat(keys(taken))
        .containsExactly("round.returned.locked", "round.returned.changed-since");
    assertThat(said(BUREAU).values()).containsExactlyInAnyOrder("自填", "自填", "第6行");
  }

  /** The organisation never signs in: it corrects the file that it has. */
  @Test
  void whatCameBackIsCorrectedInTheSameTable() {
    byte[] sent = sent(august, BUREAU);
    take(BUREAU, edited(sent, ReturnedSheetTests::fillAll));
    giveBack(BUREAU);

    CheckedSheet again = take(BUREAU, edited(sent, ReturnedSheetTests::fillAll));
    CheckedSheet corrected = take(BUREAU, edited(sent, sheet -> say(sheet, "补报")));

    assertThat(again.same()).isEqualTo(3);
    assertThat(again.taken()).isEmpty();
    assertThat(corrected.findings()).isEmpty();
    assertThat(corrected.taken()).hasSize(3);
    assertThat(said(BUREAU).values()).containsOnly("补报").hasSize(3);
    assertThat(lines(BUREAU))
        .allSatisfy(line -> assertThat(line.status()).isEqualTo(LineStatus.REPORTED));
  }

  @Test
  void aFullerCopyOfTheSameTableIsTaken() {
    byte[] sent = sent(august, BUREAU);
    take(BUREAU, edited(sent, sheet -> fill(sheet, rows(sheet).getFirst(), "推进中", "先报")));

    CheckedSheet fuller = take(BUREAU, edited(sent, sheet -> say(sheet, "报全")));
    CheckedSheet fullest = take(BUREAU, edited(sent, sheet -> say(sheet, "再报")));

    assertThat(fuller.taken()).hasSize(3);
    assertThat(fullest.taken()).hasSize(3);
    assertThat(said(BUREAU).values()).containsOnly("再报").hasSize(3);
  }

  @Test
  void whatWasSaidOtherwiseInBetweenStays() {
    byte[] sent = sent(august, BUREAU);
    take(BUREAU, edited(sent, ReturnedSheetTests::fillAll));
    ReportLine byForm = lines(BUREAU).get(0);
    ReportLine byTelephone = lines(BUREAU).get(1);
    Progress own = new Progress(DutyState.STEADY, "另报", "", "", "", "", "");
    done(report.report(office.officer(BUREAU), byForm.id(), byForm.version(), own));
    done(
        report.reportOnBehalf(
            COORDINATOR, byTelephone.id(), byTelephone.version(), own, "联络员电话告知"));
    giveBack(BUREAU);

    CheckedSheet taken = take(BUREAU, edited(sent, sheet -> say(sheet, "旧表")));

    assertThat(keys(taken))
        .containsExactly("round.returned.changed-since", "round.returned.changed-since");
    assertThat(said(BUREAU).values()).containsExactlyInAnyOrder("另报", "另报", "旧表");
  }

  /** A table that was written out later says more than one that was sent before it. */
  @Test
  void anOlderTableDoesNotOverwriteANewerOne() {
    byte[] older = sent(august, BUREAU);
    take(BUREAU, edited(older, ReturnedSheetTests::fillAll));
    giveBack(BUREAU);
    byte[] newer = sent(august, BUREAU);
    take(BUREAU, edited(newer, sheet -> say(sheet, "新表")));
    giveBack(BUREAU);

    CheckedSheet stale = take(BUREAU, edited(older, sheet -> say(sheet, "旧表")));

    assertThat(keys(stale)).containsOnly("round.returned.changed-since").hasSize(3);
    assertThat(take(BUREAU, edited(newer, sheet -> say(sheet, "新表补报"))).taken()).hasSize(3);
  }

  @Test
  void faultsAreMarkedInTheirCells(@TempDir Path folder) throws IOException {
    byte[] file =
        edited(
            sheet -> {
              fill(sheet, rows(sheet).get(0), "差不多", "说不清");
              fill(sheet, rows(sheet).get(1), "滞后", "慢");
              fill(sheet, rows(sheet).get(2), "推进中", "");
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(taken.findings())
        .extracting(finding -> finding.at().toString() + " " + finding.problem().key())
        .containsExactly(
            "调度表!G4 round.returned.state",
            "调度表!G5 round.needs-reason",
            "调度表!G6 round.says-nothing");
    assertThat(said(BUREAU)).isEmpty();
    byte[] marked = takeIn.marked(file, taken, Language.ZH).orElseThrow();
    Path copy = Files.write(folder.resolve("marked.xlsx"), marked);
    assertThat(SheetFile.open(copy)).isInstanceOf(SheetFile.Opened.class);
  }

  @Test
  void theSameTableTwiceChangesNothing() {
    byte[] file = edited(ReturnedSheetTests::fillAll);
    take(BUREAU, file);
    List<ReportLine> once = lines(BUREAU);

    CheckedSheet again = take(BUREAU, file);

    assertThat(again.same()).isEqualTo(3);
    assertThat(again.taken()).isEmpty();
    assertThat(lines(BUREAU)).isEqualTo(once);
  }

  @Test
  void whoeverReadsEnglishIsToldInEnglish() {
    byte[] last = edited(sent(july, BUREAU), ReturnedSheetTests::fillAll);
    Optional<UUID> whose = Optional.of(office.organisation(BUREAU).id());

    CheckedSheet checked =
        takeIn.check(COORDINATOR, august.id(), whose, "a.xlsx", last, Language.EN).orElseThrow();

    assertThat(checked.refusal().orElseThrow().problem().arguments())
        .containsExactly("2026, month 7", "2026, month 8");
  }

  /** The list of places was due by 2026-10-31; the sheet of December still says so. */
  @Test
  void aDayThatHasPassedStaysOnTheSheet() {
    turnTo(LocalDate.of(2026, 12, 25));
    openRounds.keep();
    Round december = rounds.list(COORDINATOR).getFirst();
    List<String> days = new ArrayList<>();

    edited(
        sent(december, BUREAU),
        sheet -> rows(sheet).forEach(row -> days.add(text(row, column(sheet, "时限")))));

    assertThat(days).containsExactly("2026-10-31", "", "");
  }

  @Test
  void whatIsNoRoundUpIsRefused() {
    assertThat(refusal(take(BUREAU, new byte[] {1, 2, 3}))).isEqualTo("document.unknown-kind");
    assertThat(refusal(take(BUREAU, "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("round.returned.no-table");
    assertThat(
            takeIn.check(
                PretendOffice.coordinator(PretendOffice.NEIGHBOUR),
                august.id(),
                Optional.empty(),
                "a.xlsx",
                sent(august, BUREAU),
                Language.ZH))
        .isEmpty();
  }

  private byte[] edited(Consumer<Sheet> edit) {
    return edited(sent(august, BUREAU), edit);
  }

  private static byte[] edited(byte[] sent, Consumer<Sheet> edit) {
    return ReturnedWorkbook.edited(sent, edit);
  }

  private byte[] sent(Round round, String organisation) {
    UUID whose = office.organisation(organisation).id();
    return giveOut.one(COORDINATOR, round.id(), whose, Language.ZH).orElseThrow().content();
  }

  /** Every row goes on, and says which row of the file it was. */
  private static void fillAll(Sheet sheet) {
    rows(sheet).forEach(row -> fill(sheet, row, "推进中", "第" + (row.getRowNum() + 1) + "行"));
  }

  /** Every row goes on and says the same. */
  private static void say(Sheet sheet, String progress) {
    rows(sheet).forEach(row -> fill(sheet, row, "推进中", progress));
  }

  private void giveBack(String organisation) {
    lines(organisation)
        .forEach(line -> done(report.giveBack(COORDINATOR, line.id(), line.version(), "数字不全")));
  }

  private static void swap(Row one, Row other, int column) {
    if (one.getCell(column) != null && one.getCell(column).getCellType() == CellType.NUMERIC) {
      return;
    }
    String kept = text(one, column);
    set(one, column, text(other, column));
    set(other, column, kept);
  }

  private CheckedSheet take(String organisation, byte[] file) {
    Optional<UUID> whose = Optional.of(office.organisation(organisation).id());
    return takeIn.take(COORDINATOR, august.id(), whose, "交回.xlsx", file, Language.ZH).orElseThrow();
  }

  private List<ReportLine> lines(String organisation) {
    return rounds.lines(
        COORDINATOR, august.id(), Optional.of(office.organisation(organisation).id()));
  }

  /** What was said, by the beginning of the sentence. */
  private Map<String, String> said(String organisation) {
    return lines(organisation).stream()
        .filter(line -> line.said().isPresent())
        .collect(
            Collectors.toMap(
                line -> office.begins(line.duty()), line -> line.said().orElseThrow().progress()));
  }

  private static List<String> keys(CheckedSheet checked) {
    return checked.findings().stream().map(CellFinding::problem).map(m -> m.key()).toList();
  }

  private static String refusal(CheckedSheet checked) {
    assertThat(checked.taken()).isEmpty();
    return checked.refusal().orElseThrow().problem().key();
  }

  private static ReportLine done(ReportOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReportOutcome.Done.class);
    return ((ReportOutcome.Done) outcome).line();
  }

  private static Round anyRound() {
    return new Round(
        new RoundId(new UUID(0, 0)),
        PretendOffice.COUNTY,
        new ReportingPeriod(LocalDate.of(2026, 1, 1), 1),
        LocalDate.EPOCH,
        LocalDate.EPOCH,
        Optional.empty());
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
