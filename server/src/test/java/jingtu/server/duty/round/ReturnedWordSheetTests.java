package jingtu.server.duty.round;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jingtu.server.TurnableClock;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.round.sheet.CheckedSheet;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.duty.round.sheet.TakeInSheet;
import jingtu.server.scope.OfficeDay;
import jingtu.testing.Office;
import jingtu.vocabulary.Language;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sheets that went out as .docx and come back: taken as those that went out as .xlsx, and no less
 * strictly.
 */
@WholeDuty
@Transactional
class ReturnedWordSheetTests {

  private static final String BUREAU = "东临市生态环境局禾汀分局";
  private static final String TOWNSHIP = "石漪镇人民政府";
  private static final int SENTENCE = 2;
  private static final int STATE = 5;
  private static final int PROGRESS = 6;

  @TempDir Path folder;
  @Autowired DutyOffice office;
  @Autowired TurnableClock clock;
  @Autowired OpenRounds openRounds;
  @Autowired Rounds rounds;
  @Autowired ReportProgress report;
  @Autowired GiveOutSheets giveOut;
  @Autowired TakeInSheet takeIn;

  private final Instant start = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void openTwoPeriods() {
    turnTo(LocalDate.of(2026, 7, 25));
    office.plan("两期");
    openRounds.keep();
    turnTo(LocalDate.of(2026, 8, 25));
    openRounds.keep();
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), start));
  }

  @Test
  void whatIsFilledInIsTaken() {
    CheckedSheet taken = take(BUREAU, edited(sent(BUREAU, 0), ReturnedWordSheetTests::fillAll));

    assertThat(taken.findings()).isEmpty();
    assertThat(said(BUREAU))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "对老旧堆场开展踏勘", "第1行\n续", "对查实的点位逐一提出封存意见", "第2行\n续", "自2026年7月起执行新的备案要求", "第3行\n续"));
  }

  @Test
  void throughAnOfficeProgramItStaysWhatItWas() throws IOException {
    byte[] filled = edited(sent(BUREAU, 0), ReturnedWordSheetTests::fillAll);
    Path file = Files.write(folder.resolve("调度表.docx"), filled);
    Path there = Office.convert(folder, file, "odt");
    Path back = Office.convert(Files.createDirectories(folder.resolve("back")), there, "docx");

    CheckedSheet taken = take(BUREAU, Files.readAllBytes(back));

    assertThat(taken.findings()).isEmpty();
    assertThat(taken.taken()).hasSize(3);
  }

  @Test
  void theNumbersAreShownAndTheStampsAreNot() {
    edited(
        sent(BUREAU, 0),
        table -> {
          XWPFParagraph number = table.getRow(1).getCell(0).getParagraphs().getFirst();
          assertThat(number.getRuns()).extracting(XWPFRun::isVanish).containsExactly(false, true);
          assertThat(number.getRuns().getFirst().text()).isEqualTo("1");
          assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        });
  }

  @Test
  void sentencesThatWereSwappedAreSeen() {
    byte[] file =
        edited(
            sent(BUREAU, 0),
            table -> {
              fillAll(table);
              String kept = table.getRow(1).getCell(SENTENCE).getText();
              set(table.getRow(1).getCell(SENTENCE), table.getRow(2).getCell(SENTENCE).getText());
              set(table.getRow(2).getCell(SENTENCE), kept);
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(keys(taken)).containsExactly("round.returned.swapped", "round.returned.swapped");
    assertThat(said(BUREAU)).containsOnlyKeys("自2026年7月起执行新的备案要求");
  }

  @Test
  void withoutTheColumnOfStatesNothingIsTaken() {
    byte[] file =
        edited(
            sent(BUREAU, 0),
            table -> {
              fillAll(table);
              table.getRows().forEach(row -> row.getCtRow().removeTc(STATE));
            });

    assertThat(refusal(take(BUREAU, file))).isEqualTo("round.returned.no-column");
    assertThat(said(BUREAU)).isEmpty();
  }

  @Test
  void withoutItsStampsARowIsKnownByItsSentence() {
    byte[] file =
        edited(
            sent(BUREAU, 0),
            table -> {
              fillAll(table);
              table.getRows().forEach(row -> row.getCtRow().removeTc(0));
            });

    assertThat(take(BUREAU, file).findings()).isEmpty();
    assertThat(said(BUREAU)).hasSize(3);
  }

  @Test
  void mergedCellsAreNotGuessedAt() {
    byte[] file =
        edited(
            sent(BUREAU, 0),
            table -> {
              fillAll(table);
              merge(table.getRow(1).getCell(PROGRESS), STMerge.RESTART);
              merge(table.getRow(2).getCell(PROGRESS), STMerge.CONTINUE);
            });

    CheckedSheet taken = take(BUREAU, file);

    assertThat(keys(taken)).containsExactly("round.returned.merged", "round.returned.merged");
    assertThat(said(BUREAU)).containsOnlyKeys("自2026年7月起执行新的备案要求");
  }

  @Test
  void anotherOrganisationsAndLastPeriodsAreRefused() {
    byte[] others = edited(sent(TOWNSHIP, 0), ReturnedWordSheetTests::fillAll);
    byte[] lastPeriods = edited(sent(BUREAU, 1), ReturnedWordSheetTests::fillAll);

    assertThat(refusal(take(BUREAU, others))).isEqualTo("round.returned.others-sheet");
    assertThat(refusal(take(BUREAU, lastPeriods))).isEqualTo("round.returned.other-period");
    assertThat(said(BUREAU)).isEmpty();
    assertThat(said(TOWNSHIP)).isEmpty();
  }

  @Test
  void whatCameBackIsCorrectedInTheSameTable() {
    byte[] sent = sent(BUREAU, 0);
    take(BUREAU, edited(sent, ReturnedWordSheetTests::fillAll));
    giveBack(BUREAU);

    CheckedSheet again = take(BUREAU, edited(sent, ReturnedWordSheetTests::fillAll));
    CheckedSheet corrected = take(BUREAU, edited(sent, table -> say(table, "补报")));

    assertThat(again.same()).isEqualTo(3);
    assertThat(again.taken()).isEmpty();
    assertThat(corrected.findings()).isEmpty();
    assertThat(said(BUREAU).values()).containsOnly("补报").hasSize(3);
  }

  @Test
  void aFullerCopyOfTheSameTableIsTakenAndWhatWasSaidOtherwiseInBetweenStays() {
    byte[] sent = sent(BUREAU, 0);
    take(BUREAU, edited(sent, table -> say(table, "先报")));
    assertThat(take(BUREAU, edited(sent, table -> say(table, "报全"))).taken()).hasSize(3);
    ReportLine first = lines(BUREAU).getFirst();
    Progress own = new Progress(DutyState.STEADY, "另报", "", "", "", "", "");
    assertThat(report.report(office.officer(BUREAU), first.id(), first.version(), own))
        .isInstanceOf(ReportOutcome.Done.class);

    CheckedSheet taken = take(BUREAU, edited(sent, table -> say(table, "再报")));

    assertThat(keys(taken)).containsExactly("round.returned.changed-since");
    assertThat(said(BUREAU).values()).containsExactlyInAnyOrder("另报", "再报", "再报");
  }

  @Test
  void aDocumentWithoutTheTableIsRefused() throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      word.createParagraph().createRun().setText("本月没有进展。");
      word.write(out);

      assertThat(refusal(take(BUREAU, out.toByteArray()))).isEqualTo("round.returned.no-table");
    }
  }

  private static void fillAll(XWPFTable table) {
    for (int i = 1; i < table.getNumberOfRows(); i++) {
      set(table.getRow(i).getCell(STATE), "推进中");
      set(table.getRow(i).getCell(PROGRESS), "第" + i + "行");
      table.getRow(i).getCell(PROGRESS).addParagraph().createRun().setText("续");
    }
  }

  /** Every row goes on and says the same. */
  private static void say(XWPFTable table, String progress) {
    for (int i = 1; i < table.getNumberOfRows(); i++) {
      set(table.getRow(i).getCell(STATE), "推进中");
      set(table.getRow(i).getCell(PROGRESS), progress);
    }
  }

  private void giveBack(String name) {
    for (ReportLine line : lines(name)) {
      assertThat(report.giveBack(COORDINATOR, line.id(), line.version(), "数字不全"))
          .isInstanceOf(ReportOutcome.Done.class);
    }
  }

  private static void set(XWPFTableCell cell, String text) {
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    while (!paragraph.getRuns().isEmpty()) {
      paragraph.removeRun(0);
    }
    paragraph.createRun().setText(text);
  }

  private static void merge(XWPFTableCell cell, STMerge.Enum merge) {
    cell.getCTTc().getTcPr().addNewVMerge().setVal(merge);
    assertThat(cell.getCTTc().getTcPr().getTcW().getW()).isNotEqualTo(BigInteger.ZERO);
  }

  private byte[] sent(String name, int periodsAgo) {
    return giveOut
        .one(
            COORDINATOR,
            rounds.list(COORDINATOR).get(periodsAgo).id(),
            office.organisation(name).id(),
            TemplateFormat.WORD,
            Language.ZH)
        .orElseThrow()
        .content();
  }

  private static byte[] edited(byte[] sent, Consumer<XWPFTable> edit) {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(sent));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.accept(word.getTables().getFirst());
      word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckedSheet take(String name, byte[] file) {
    return takeIn
        .take(
            COORDINATOR,
            rounds.list(COORDINATOR).getFirst().id(),
            Optional.of(office.organisation(name).id()),
            "调度表.docx",
            file,
            Language.ZH)
        .orElseThrow();
  }

  private List<ReportLine> lines(String name) {
    UUID organisation = office.organisation(name).id();
    return rounds.lines(
        COORDINATOR, rounds.list(COORDINATOR).getFirst().id(), Optional.of(organisation));
  }

  private Map<String, String> said(String name) {
    return lines(name).stream()
        .filter(line -> line.said().isPresent())
        .collect(
            Collectors.toMap(
                line -> office.begins(line.duty()), line -> line.said().orElseThrow().progress()));
  }

  private static List<String> keys(CheckedSheet checked) {
    return checked.findings().stream().map(each -> each.finding().problem().key()).toList();
  }

  private static String refusal(CheckedSheet checked) {
    return checked.refusal().orElseThrow().problem().key();
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
