package jingtu.server.duty.paper;

import static jingtu.server.duty.DutyOffice.COORDINATOR;
import static jingtu.server.duty.paper.PaperOffice.BUREAU;
import static jingtu.server.duty.paper.PaperOffice.FARMING;
import static jingtu.server.duty.paper.PaperOffice.FINANCE;
import static jingtu.server.duty.paper.PaperOffice.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.WholeDuty;
import jingtu.server.duty.chase.Chase;
import jingtu.server.duty.chase.Chases;
import jingtu.server.duty.round.RoundId;
import jingtu.server.scope.Scope;
import jingtu.testing.Golden;
import jingtu.testing.Needs;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** The papers of an invented month: their words, their form, and who may have them. */
@WholeDuty
@Transactional
@Import(PaperOffice.class)
class PapersTests {

  @Autowired DutyOffice office;
  @Autowired PaperOffice papers;
  @Autowired GatherFacts gather;
  @Autowired MakePapers make;
  @Autowired MakeLetters letters;
  @Autowired MakeWorkbook workbook;
  @Autowired Chases chases;

  @BeforeEach
  void play() {
    papers.play();
  }

  @AfterEach
  void turnBack() {
    papers.turnBack();
  }

  /** Reckoned by hand from what {@link PaperOffice} plays. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          禾汀县财政局             | 1 | 2 | 2 | 0 | 0 | GREEN
          禾汀县农业农村局         | 2 | 2 | 1 | 0 | 1 | RED
          东临市生态环境局禾汀分局 | 3 | 3 | 0 | 3 | 0 | YELLOW
          石漪镇人民政府           | 4 | 2 | 0 | 0 | 2 | RED
          """)
  void whoReportedInTimeAndWhoDidNot(
      String name, int rank, int lines, int inTime, int late, int missing, Reporting.Light light) {
    List<Reporting> all = Reporting.of(gather.find(COORDINATOR, papers.id()).orElseThrow());

    assertThat(all).hasSize(4);
    assertThat(all).contains(new Reporting(rank, name, lines, inTime, late, missing, light));
  }

  @Test
  void theLetterSaysWhatIsOwed() throws IOException {
    PaperFile letter = letter(FARMING, false);

    assertThat(letter.name()).isEqualTo("督办函 禾汀县农业农村局 2026年8月.docx");
    golden("letter.txt", letter);
    try (XWPFDocument word = word(letter)) {
      var page = word.getDocument().getBody().getSectPr().getPgMar();
      assertThat(Stream.of(page.getTop(), page.getBottom(), page.getLeft(), page.getRight()))
          .as("37, 35, 28 and 26 mm in twentieths of a point")
          .extracting(Object::toString)
          .containsExactly("2098", "1984", "1587", "1474");
      assertThat(fontOf(word, "关于2026年8月")).isEqualTo("方正小标宋简体 22");
      assertThat(fontOf(word, "禾汀县农业农村局：")).isEqualTo("仿宋 16");
      assertThat(fontOf(word, "1．")).isEqualTo("仿宋 16");
      assertThat(word.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
    }
  }

  @Test
  void lettersAreNotedWhereThatIsAskedFor() {
    letter(FARMING, false);
    assertThat(chases.list(COORDINATOR, papers.round())).isEmpty();

    PaperOutcome all = letters.to(COORDINATOR, papers.id(), ids(everybody()), true, Language.ZH);

    assertThat(entries(made(all).content()))
        .containsExactlyInAnyOrder("督办函 石漪镇人民政府 2026年8月.docx", "督办函 禾汀县农业农村局 2026年8月.docx");
    assertThat(chases.list(COORDINATOR, papers.round()))
        .hasSize(2)
        .allSatisfy(chase -> assertThat(chase.way()).isEqualTo(Chase.Way.LETTER))
        .extracting(Chase::body)
        .anySatisfy(words -> assertThat(words).contains("督办函", "退回待补报：没有数字"));
  }

  @Test
  void whoeverOwesNothingGetsNoLetter() {
    assertThat(letters.to(COORDINATOR, papers.id(), ids(List.of(FINANCE)), true, Language.ZH))
        .isInstanceOf(PaperOutcome.NobodyOwes.class);
    assertThat(chases.list(COORDINATOR, papers.round())).isEmpty();
  }

  @Test
  void theTableByChapterMergesChaptersAndNamesWhoDidNotReport() throws IOException {
    PaperFile table = made(make.table(COORDINATOR, papers.id(), true, TemplateFormat.WORD, ZH));

    assertThat(table.name()).isEqualTo("调度汇总表（按章节） 2026年8月.docx");
    golden("table-by-chapter.txt", table);
    try (XWPFDocument word = word(table)) {
      var size = word.getDocument().getBody().getSectPr().getPgSz();
      assertThat(size.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
      assertThat(size.getW().toString()).as("420 mm").isEqualTo("23811");
      XWPFTable rows = word.getTables().getFirst();
      assertThat(rows.getRows()).hasSize(1 + 9);
      assertThat(merge(rows, 1)).isEqualTo(STMerge.RESTART);
      assertThat(merge(rows, 2)).isEqualTo(STMerge.CONTINUE);
    }
  }

  @Test
  void theTableByOrganisationIsASheetAsWell() throws IOException {
    PaperFile table = made(make.table(COORDINATOR, papers.id(), false, TemplateFormat.EXCEL, ZH));

    try (XSSFWorkbook book = book(table)) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(text(sheet, 1, 0)).isEqualTo("禾汀县2026年8月工作进展调度汇总表");
      assertThat(column(sheet, 0)).contains(BUREAU, FARMING, FINANCE, TOWNSHIP);
      assertThat(column(sheet, 5)).filteredOn("未报"::equals).hasSize(3);
      assertThat(sheet.getMergedRegions())
          .anySatisfy(area -> assertThat(area.formatAsString()).startsWith("A5:A"));
      XSSFCell formula = find(sheet, "=1+1");
      assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
      assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void theSummaryTellsThePeriodAgainstTheOneBefore() throws IOException {
    PaperFile summary = made(make.summary(COORDINATOR, papers.id(), ZH));

    golden("summary.txt", summary);
    try (XWPFDocument word = word(summary)) {
      assertThat(word.getAllPictures()).hasSize(1);
    }
  }

  /**
   * The finance bureau ended one duty in August, and September does not ask about it: it stands in
   * the papers of September as it was, and counts for nothing that is asked.
   */
  @Test
  void whatWasDoneBeforeStandsInThePapersOfTheNextPeriod() throws IOException {
    papers.openNext();

    golden("summary-next.txt", made(make.summary(COORDINATOR, papers.id(), ZH)));
    PaperFile chapters = made(make.table(COORDINATOR, papers.id(), true, TemplateFormat.WORD, ZH));
    golden("table-next.txt", chapters);
    PaperFile offices = made(make.table(COORDINATOR, papers.id(), false, TemplateFormat.EXCEL, ZH));
    try (XSSFWorkbook book = book(offices)) {
      List<String> states = column(book.getSheetAt(0), 5);
      assertThat(states).filteredOn("已完成"::equals).hasSize(1);
      assertThat(states).filteredOn("待报"::equals).hasSize(8);
    }
  }

  @Test
  void theNoticeRanksAndLights() throws IOException {
    PaperFile notice = made(make.notice(COORDINATOR, papers.id(), ZH));

    golden("notice.txt", notice);
    try (XWPFDocument word = word(notice)) {
      assertThat(word.getAllPictures()).hasSize(1);
    }
  }

  @Test
  void theWorkbookHoldsEverythingAndNoFormula() throws IOException {
    letters.to(COORDINATOR, papers.id(), ids(everybody()), true, ZH);
    try (XSSFWorkbook one = book(made(workbook.of(COORDINATOR, papers.id(), ZH)));
        XSSFWorkbook year = book(made(workbook.of(COORDINATOR, 2026, Language.EN)))) {
      assertThat(names(one)).containsExactly("进展", "经过", "催报", "报送情况");
      assertThat(names(year)).containsExactly("Reports", "History", "Asked", "Counts");
      assertThat(one.getSheetAt(0).getLastRowNum()).isEqualTo(9);
      assertThat(one.getSheetAt(1).getLastRowNum()).as("six reports, one given back").isEqualTo(7);
      assertThat(one.getSheetAt(2).getLastRowNum()).isEqualTo(2);
      assertThat(one.getSheetAt(3).getLastRowNum()).isEqualTo(4);
      assertThat(year.getSheetAt(1).getLastRowNum()).as("two more in July").isEqualTo(9);
      for (XSSFSheet sheet : List.of(one.getSheetAt(0), one.getSheetAt(1))) {
        XSSFCell formula = find(sheet, "=1+1");
        assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
        assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
      }
      assertThat(text(one.getSheetAt(0), 1, 0)).isEqualTo("2026年8月");
      assertThat(text(year.getSheetAt(0), 1, 0)).isEqualTo("2026, month 7");
    }
  }

  @Test
  void whoeverDoesNotKeepTheRoundUpGetsNone() {
    Scope officer = office.officer(BUREAU);
    RoundId id = papers.id();

    assertThat(
            Stream.of(
                make.table(officer, id, true, TemplateFormat.WORD, ZH),
                make.summary(officer, id, ZH),
                make.notice(officer, id, ZH),
                workbook.of(officer, id, ZH),
                workbook.of(officer, 2026, ZH),
                letters.to(officer, id, ids(everybody()), true, ZH)))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(PaperOutcome.Unknown.class));
    assertThat(chases.list(COORDINATOR, papers.round())).isEmpty();
  }

  private static final Language ZH = Language.ZH;

  private static List<String> everybody() {
    return List.of(BUREAU, FINANCE, FARMING, TOWNSHIP);
  }

  private Set<UUID> ids(List<String> names) {
    return Set.copyOf(names.stream().map(name -> office.organisation(name).id()).toList());
  }

  private PaperFile letter(String name, boolean noted) {
    return made(letters.to(COORDINATOR, papers.id(), ids(List.of(name)), noted, ZH));
  }

  private static PaperFile made(PaperOutcome outcome) {
    if (outcome instanceof PaperOutcome.Made(PaperFile file)) {
      return file;
    }
    throw new AssertionError(outcome.toString());
  }

  private static void golden(String name, PaperFile file) throws IOException {
    try (XWPFDocument word = word(file)) {
      String text = new XWPFWordExtractor(word).getText();
      assertThat(text).doesNotContain("{{", "}}");
      Golden.check(
          Needs.repository().resolve("server/src/test/resources/papers").resolve(name), text);
    }
  }

  private static XWPFDocument word(PaperFile file) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(file.content()));
  }

  private static XSSFWorkbook book(PaperFile file) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(file.content()));
  }

  private static String fontOf(XWPFDocument word, String beginning) {
    XWPFParagraph paragraph =
        word.getParagraphs().stream()
            .filter(each -> each.getText().startsWith(beginning))
            .findFirst()
            .orElseThrow();
    return paragraph.getRuns().stream()
        .map(
            run ->
                run.getCTR().getRPr().getRFontsArray(0).getEastAsia()
                    + " "
                    + run.getFontSizeAsDouble().intValue())
        .distinct()
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static STMerge.Enum merge(XWPFTable table, int row) {
    return table.getRow(row).getCell(1).getCTTc().getTcPr().getVMerge().getVal();
  }

  private static List<String> entries(byte[] zip) {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static List<String> names(XSSFWorkbook book) {
    List<String> names = new ArrayList<>();
    book.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }

  private static List<String> column(XSSFSheet sheet, int column) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      texts.add(row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).toString());
    }
    return texts;
  }

  private static XSSFCell find(XSSFSheet sheet, String text) {
    for (Row row : sheet) {
      for (int i = 0; i < row.getLastCellNum(); i++) {
        if (row.getCell(i) instanceof XSSFCell cell && cell.toString().equals(text)) {
          return cell;
        }
      }
    }
    throw new AssertionError("no cell says " + text);
  }
}
