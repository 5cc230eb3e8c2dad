package jingtu.server.duty.refill;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static jingtu.server.duty.refill.FormFileTests.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.TurnableClock;
import jingtu.server.document.Documents;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Rounds;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A form from above is mapped once and filled for two periods with what was reported in each. */
@WholeDuty
@Transactional
class RefillTests {

  private static final String FINANCE = "禾汀县财政局";
  private static final String AGRICULTURE = "禾汀县农业农村局";
  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final ReportingPeriod AUGUST = month(8);
  private static final ReportingPeriod OCTOBER = month(10);

  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired SuperiorForms forms;
  @Autowired KeepForms keepForms;
  @Autowired FillForms fillForms;
  @Autowired Documents documents;
  @Autowired TakeBackPlan takeBack;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");
  private PlanId plan = new PlanId(new UUID(0, 0));

  @BeforeEach
  void open() {
    turnTo(LocalDate.of(2026, 8, 25));
    plan = office.plan("上级报表");
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void aFormIsMappedOnceAndFilledTwice() throws IOException {
    reportForAugust();
    SuperiorForm form = mapped(added(SampleForm.workbook()));
    Filling august = fill(form, AUGUST);
    reportForOctober();
    Filling october = fill(form, OCTOBER);

    assertThat(values(august)).isEqualTo(expected(2));
    assertThat(values(october)).isEqualTo(expected(3));
  }

  @Test
  void theNextPeriodShowsWhatChanged() {
    reportForAugust();
    SuperiorForm form = mapped(added(SampleForm.workbook()));
    fill(form, AUGUST);
    reportForOctober();

    ForeseenFilling foreseen = foresee(form, OCTOBER, Map.of());

    assertThat(foreseen.last().map(Filling::period)).contains(AUGUST);
    assertThat(foreseen.cells())
        .filteredOn(each -> each.cell().place().sheet().equals(SampleForm.PROGRESS))
        .filteredOn(each -> each.cell().place().row() == 5)
        .extracting(
            each -> each.cell().place().address(),
            each -> each.before().orElse("-"),
            each -> each.cell().value().text(),
            ForeseenFilling.Compared::changed)
        .contains(
            tuple("B6", "2", "2", false),
            tuple("C6", "1", "2", true),
            tuple("F6", "50.0%", "100.0%", true));
  }

  @Test
  void rowsThatLackAreToldAndTheTotalBelowIsLeftAlone() throws IOException {
    reportForAugust();
    SuperiorForm form = mapped(added(SampleForm.workbook()));

    ForeseenFilling foreseen = foresee(form, AUGUST, Map.of());
    assertThat(foreseen.faults())
        .extracting(Finding::problem)
        .contains(Message.of("refill.rows-lack", 9, 4, 5));

    try (XSSFWorkbook book = book(fill(form, AUGUST))) {
      var list = book.getSheet(SampleForm.LIST);
      assertThat(list.getRow(5).getCell(0).getStringCellValue()).isEqualTo("合计");
      assertThat(list.getRow(5).getCell(3).getCellFormula()).isEqualTo("COUNTA(B2:B5)");
      assertThat(list.getRow(5).getCell(3).getNumericCellValue()).isEqualTo(4);
      assertThat(list.getRow(4).getCell(0).getNumericCellValue()).isEqualTo(4);
    }
  }

  @Test
  void whatMayNotBeTheLastWordIsWarnedOf() {
    reportForAugust();
    SuperiorForm form = mapped(added(SampleForm.workbook()));

    ForeseenFilling foreseen = foresee(form, AUGUST, Map.of());
    assertThat(warnings(foreseen, at(SampleForm.PROGRESS, "G5"))).isEmpty();

    reportForOctober();
    assertThat(warnings(foresee(form, OCTOBER, Map.of()), at(SampleForm.PROGRESS, "G5")))
        .containsExactly(
            Message.of("refill.not-accepted"), Message.of("refill.not-in-list", "推进中 | 已完成 | 未启动"));
    assertThat(foresee(form, month(12), Map.of()).notices())
        .containsExactly(Message.of("refill.no-round"));
  }

  /**
   * Nine duties of four offices. In August the finance bureau ends one of its two, the agriculture
   * bureau both, the branch goes on with its three, and the township says nothing of its two. In
   * September the six that go on are asked about, and the finance bureau reports on its one.
   */
  @Test
  void whatWasDoneBeforeStandsInTheNextPeriod() {
    say(FINANCE, line(FINANCE, "县财政局每季度"), DutyState.GOING_ON, "已拨付");
    ReportLine areas = line(FINANCE, "核定三类耕地");
    say(FINANCE, areas, DutyState.DONE, "图斑已核定");
    lines(AGRICULTURE).forEach(line -> say(AGRICULTURE, line, DutyState.DONE, "已办结"));
    lines(BUREAU).forEach(line -> say(BUREAU, line, DutyState.GOING_ON, "已踏勘"));
    SuperiorForm form = map(added(SampleForm.workbook()), figures(areas.duty().value()));
    turnTo(LocalDate.of(2026, 9, 25));
    openRounds.keep();
    say(FINANCE, line(FINANCE, "县财政局每季度"), DutyState.STEADY, "三季度已拨付");

    assertThat(texts(foresee(form, AUGUST, Map.of()))).isEqualTo(expectedStanding(2));
    ForeseenFilling september = foresee(form, month(9), Map.of());
    assertThat(texts(september)).isEqualTo(expectedStanding(3));
    assertThat(warnings(september, at(SampleForm.PROGRESS, "G5")))
        .containsExactly(
            Message.of("refill.said-before", "2026年8月"), Message.of("refill.not-accepted"));
    assertThat(september.notices()).isEmpty();
    assertThat(foresee(form, month(12), Map.of()).notices())
        .containsExactly(Message.of("refill.no-round"));

    ReportLine done = rounds.list(COORDINATOR, List.of(areas.id())).getFirst();
    assertThat(report.giveBack(COORDINATOR, done.id(), done.version(), "没有佐证"))
        .isInstanceOf(ReportOutcome.Done.class);
    assertThat(texts(foresee(form, month(9), Map.of())))
        .as("what was given back does not stand")
        .contains("D5 2", "G5 ", "G6 ");
  }

  /** What the cells of the table of expected values are mapped to. */
  private static List<MappedCellText> figures(UUID duty) {
    List<MappedCellText> cells = new ArrayList<>();
    DutyOffice.lines("/duty/expected-standing.csv")
        .map(line -> line.split(","))
        .forEach(
            cell -> {
              Place place = at(SampleForm.PROGRESS, cell[0]);
              String[] what = cell[1].split(" ");
              cells.add(
                  what[0].equals("FIELD")
                      ? ofDuty(place, duty, LineField.valueOf(what[1]))
                      : figure(place, what));
            });
    return cells;
  }

  private static MappedCellText figure(Place place, String[] what) {
    return new MappedCellText(
        null,
        place.sheet(),
        place.row(),
        place.column(),
        SourceKind.FIGURE,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Counted.valueOf(what[0]),
        Reporting.valueOf(what[1]),
        what[2].equals("-") ? null : DutyState.valueOf(what[2]),
        null,
        what[3].equals("-") ? null : Integer.valueOf(what[3]),
        null,
        null,
        null,
        null);
  }

  private static List<String> texts(ForeseenFilling foreseen) {
    return foreseen.cells().stream()
        .map(each -> each.cell().place().address() + " " + each.cell().value().text())
        .toList();
  }

  private static List<String> expectedStanding(int column) {
    return DutyOffice.lines("/duty/expected-standing.csv")
        .map(line -> line.split(","))
        .map(cells -> cells[0] + " " + cells[column])
        .toList();
  }

  private ReportLine line(String name, String begins) {
    return lines(name).stream()
        .filter(line -> office.begins(line.duty()).startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDutyThatEndedIsTold() {
    reportForAugust();
    SuperiorForm form = mapped(added(SampleForm.workbook()));
    takeBack.of(COORDINATOR, plan);

    assertThat(foresee(form, AUGUST, Map.of()).faults())
        .extracting(finding -> finding.place() + " " + finding.problem().key())
        .anySatisfy(fault -> assertThat(fault).startsWith("进展表!G5 refill.duty-"));
  }

  @Test
  void whatWasTypedIsCarriedForwardAndIsText() throws IOException {
    SuperiorForm form = added(SampleForm.workbook());
    MappedCellText typed = typed(at(SampleForm.PROGRESS, "G7"));
    form = map(form, List.of(typed));
    UUID mapped = forms.editions(COORDINATOR, form.id()).getFirst().mapping().getFirst().id();
    Filling august =
        fillForms
            .fill(COORDINATOR, form.id(), AUGUST, Map.of(mapped, "=1+1"), Language.ZH)
            .orElseThrow();
    try (XSSFWorkbook book = book(august)) {
      var cell = book.getSheet(SampleForm.PROGRESS).getRow(6).getCell(6);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
    }

    ForeseenFilling.Compared next = foresee(form, OCTOBER, Map.of()).cells().getFirst();
    assertThat(next.cell().value().text()).isEqualTo("=1+1");
    assertThat(next.changed()).isFalse();
    assertThat(forms.fillings(COORDINATOR, form.id())).hasSize(1);
    assertThat(foresee(form, OCTOBER, Map.of(mapped, "另")).cells().getFirst().cell().value().text())
        .isEqualTo("另");
  }

  @Test
  void aLaterEditionKeepsWhatIsTheSameAndTellsWhatIsLost() {
    SuperiorForm form = mapped(added(SampleForm.workbook()));
    int before = forms.editions(COORDINATOR, form.id()).getFirst().mapping().size();

    FormOutcome outcome =
        keepForms.renew(
            COORDINATOR, form.id(), form.version(), "新版.xlsx", SampleForm.laterWorkbook());

    assertThat(outcome).isInstanceOf(FormOutcome.Renewed.class);
    CarriedOver carried = ((FormOutcome.Renewed) outcome).carried();
    assertThat(carried.lost())
        .extracting(cell -> cell.place().address())
        .containsExactlyInAnyOrder("B5", "B6", "B7");
    assertThat(carried.cells()).hasSize(before - 3);
    assertThat(carried.moved())
        .contains(
            new CarriedOver.Move(at(SampleForm.PROGRESS, "C5"), at(SampleForm.PROGRESS, "C6")));
    assertThat(forms.editions(COORDINATOR, form.id())).hasSize(2);
  }

  @Test
  void aMappingGoesThroughAFile() {
    SuperiorForm form = mapped(added(SampleForm.workbook()));
    FormEdition edition = forms.editions(COORDINATOR, form.id()).getFirst();
    byte[] file = keepForms.mappingFile(COORDINATOR, form.id()).orElseThrow();

    CheckedMapping read = keepForms.read(COORDINATOR, edition, file);

    assertThat(read.faults()).isEmpty();
    assertThat(read.cells())
        .extracting(MappedCell::place, MappedCell::source)
        .containsExactlyElementsOf(
            edition.mapping().stream().map(cell -> tuple(cell.place(), cell.source())).toList());
  }

  @Test
  void faultsOfAFileAreAtTheirPaths() {
    SuperiorForm form = added(SampleForm.workbook());
    FormEdition edition = forms.editions(COORDINATOR, form.id()).getFirst();
    String yaml =
        """
        cells:
          - {sheet: 进展表, cell: B8, kind: typed}
          - {sheet: 进展表, cell: B5, kind: figure, count: lines, organisation: 无此局}
          - {sheet: 进展表, cell: 第五格, kind: fact, fact: periode}
          - {sheet: 进展表, cell: C5, kind: figure, count: lines, of: late, colour: red}
          - {sheet: 清单, cell: B2, kind: column, over: duties, field: organisation, lastRow: 6}
          - {sheet: 清单, cell: D2, kind: duty, field: progress, duty: 没有的事}
          - {sheet: 进展表, cell: D5, kind: figure, count: lines, of: late}
        """;

    CheckedMapping read =
        keepForms.read(COORDINATOR, edition, yaml.getBytes(StandardCharsets.UTF_8));

    assertThat(read.faults())
        .extracting(fault -> fault.place() + " " + fault.problem().key())
        .containsExactlyInAnyOrder(
            "cells[0].cell refill.cell-formula",
            "cells[1].organisation refill.no-organisation",
            "cells[2].cell refill.file-cell",
            "cells[2].fact refill.file-word",
            "cells[3].colour refill.file-unknown",
            "cells[4].lastRow refill.row-barred",
            "cells[5].duty refill.no-duty");
    assertThat(read.cells()).extracting(cell -> cell.place().address()).containsExactly("D5");
  }

  @Test
  void aTableOfADocumentIsFilled() {
    reportForAugust();
    SuperiorForm form = added("通报.docx", SampleForm.document());
    List<MappedCell> proposed = keepForms.proposals(COORDINATOR, form.id());
    assertThat(proposed).extracting(cell -> cell.place().address()).contains("B3");
    form = map(form, proposed.stream().map(MappedCellText::of).toList());

    Filling filling = fill(form, AUGUST);

    byte[] file = documents.findContent(COORDINATOR, filling.document()).orElseThrow();
    FormGrid grid = FormFile.open(jingtu.server.document.FileKind.WORD, file).grid();
    assertThat(grid.find(at("1", "B3")).orElseThrow().text()).isEqualTo("2");
    assertThat(filling.fileName()).isEqualTo("通报-2026年8月.docx");
  }

  @Test
  void onlyWhoCoordinatesTheRegionSeesForms() {
    SuperiorForm form = added(SampleForm.workbook());

    for (Scope other :
        List.of(office.officer(FINANCE), PretendOffice.coordinator(PretendOffice.NEIGHBOUR))) {
      assertThat(forms.list(other)).isEmpty();
      assertThat(forms.find(other, form.id())).isEmpty();
      assertThat(fillForms.fill(other, form.id(), AUGUST, Map.of(), Language.ZH)).isEmpty();
      assertThat(keepForms.map(other, form.id(), 1, List.of()))
          .isInstanceOf(FormOutcome.Unknown.class);
    }
    assertThat(keepForms.map(COORDINATOR, form.id(), 7, List.of()))
        .isInstanceOf(FormOutcome.Stale.class);
  }

  private void reportForAugust() {
    List<ReportLine> finance = lines(FINANCE);
    finance.forEach(line -> say(FINANCE, line, DutyState.GOING_ON, "已拨付"));
    lines(FINANCE)
        .forEach(
            line ->
                assertThat(report.accept(COORDINATOR, line.id(), line.version()))
                    .isInstanceOf(ReportOutcome.Done.class));
    say(AGRICULTURE, lines(AGRICULTURE).getFirst(), DutyState.GOING_ON, "已核定");
    turnTo(LocalDate.of(2026, 9, 10));
    openRounds.keep();
    lines(BUREAU).stream().limit(2).forEach(line -> say(BUREAU, line, DutyState.GOING_ON, "已踏勘"));
  }

  private void reportForOctober() {
    turnTo(LocalDate.of(2026, 10, 26));
    openRounds.keep();
    for (String name : List.of(FINANCE, AGRICULTURE, BUREAU)) {
      DutyState state = name.equals(FINANCE) ? DutyState.BEHIND : DutyState.GOING_ON;
      lines(name).forEach(line -> say(name, line, state, "十月"));
    }
  }

  private void say(String name, ReportLine line, DutyState state, String progress) {
    Progress said = new Progress(state, progress, "", "", "", "等待资金", "");
    assertThat(report.report(office.officer(name), line.id(), line.version(), said))
        .isInstanceOf(ReportOutcome.Done.class);
  }

  private List<ReportLine> lines(String name) {
    return rounds.lines(
        COORDINATOR,
        rounds.list(COORDINATOR).getFirst().id(),
        Optional.of(office.organisation(name).id()));
  }

  private SuperiorForm added(byte[] content) {
    return added("月报.xlsx", content);
  }

  private SuperiorForm added(String name, byte[] content) {
    return done(keepForms.add(COORDINATOR, PretendOffice.COUNTY, "月报", 1, name, content));
  }

  /** Takes over what is proposed, and maps the state of the first duty of the finance bureau. */
  private SuperiorForm mapped(SuperiorForm form) {
    List<MappedCellText> cells =
        new ArrayList<>(
            keepForms.proposals(COORDINATOR, form.id()).stream().map(MappedCellText::of).toList());
    UUID duty =
        keepForms.asked(COORDINATOR).stream()
            .filter(each -> each.assignee().name().equals(FINANCE))
            .findFirst()
            .orElseThrow()
            .id()
            .value();
    cells.add(ofDuty(at(SampleForm.PROGRESS, "G5"), duty, LineField.STATE));
    return map(form, cells);
  }

  private SuperiorForm map(SuperiorForm form, List<MappedCellText> cells) {
    return done(keepForms.map(COORDINATOR, form.id(), form.version(), cells));
  }

  private static MappedCellText ofDuty(Place place, UUID duty, LineField field) {
    return new MappedCellText(
        null,
        place.sheet(),
        place.row(),
        place.column(),
        SourceKind.DUTY,
        duty,
        null,
        null,
        null,
        null,
        null,
        field,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static MappedCellText typed(Place place) {
    return new MappedCellText(
        null,
        place.sheet(),
        place.row(),
        place.column(),
        SourceKind.TYPED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "领导批示");
  }

  private static SuperiorForm done(FormOutcome outcome) {
    assertThat(outcome).isInstanceOf(FormOutcome.Done.class);
    return ((FormOutcome.Done) outcome).form();
  }

  private Filling fill(SuperiorForm form, ReportingPeriod period) {
    return fillForms.fill(COORDINATOR, form.id(), period, Map.of(), Language.ZH).orElseThrow();
  }

  private ForeseenFilling foresee(
      SuperiorForm form, ReportingPeriod period, Map<UUID, String> typed) {
    return fillForms.foresee(COORDINATOR, form.id(), period, typed, Language.ZH).orElseThrow();
  }

  private static List<Message> warnings(ForeseenFilling foreseen, Place place) {
    return foreseen.cells().stream()
        .filter(each -> each.cell().place().equals(place))
        .findFirst()
        .orElseThrow()
        .cell()
        .warnings();
  }

  private XSSFWorkbook book(Filling filling) throws IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(
            documents.findContent(COORDINATOR, filling.document()).orElseThrow()));
  }

  /** What the cells of the table of expected values show, formulas by the value kept for them. */
  private List<String> values(Filling filling) throws IOException {
    DataFormatter shown = new DataFormatter();
    shown.setUseCachedValuesForFormulaCells(true);
    try (XSSFWorkbook book = book(filling)) {
      return DutyOffice.lines("/duty/expected-refill.csv")
          .map(line -> line.split(","))
          .map(
              cells -> {
                Place place = at(cells[0], cells[1]);
                var cell = book.getSheet(cells[0]).getRow(place.row()).getCell(place.column());
                return place.text() + " " + shown.formatCellValue(cell);
              })
          .toList();
    }
  }

  private static List<String> expected(int column) {
    return DutyOffice.lines("/duty/expected-refill.csv")
        .map(line -> line.split(","))
        .map(cells -> at(cells[0], cells[1]).text() + " " + cells[column])
        .toList();
  }

  private static ReportingPeriod month(int month) {
    return new ReportingPeriod(LocalDate.of(2026, month, 1), 1);
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
