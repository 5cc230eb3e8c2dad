package jingtu.server.plan.decomposition.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jingtu.planreader.PlanReader;
import jingtu.planreader.Task;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Words;
import jingtu.testing.Needs;
import jingtu.testing.Office;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The table of an invented county's plan, as a person gets it who opens the file. */
class TaskTableTests {

  private static final int FIRST_ROW = 4;
  private static final List<String> HEADS =
      List.of("序号", "章节", "重点任务", "工作措施", "牵头单位", "责任/配合单位", "落实单位", "完成时限", "目标");

  private static final StoredPlan PLAN = MadeTables.plan(PlanReader.readText(text()));

  @TempDir Path folder;

  private static String text() {
    try (InputStream plan = TaskTableTests.class.getResourceAsStream("/demo/county-plan.txt")) {
      return new String(Objects.requireNonNull(plan).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theRowsOfATaskTogetherAreItsWholeText() {
    Words words = new Words(PLAN.text());
    for (Task task : PLAN.reading().tasks()) {
      String pieces =
          TaskPieces.of(task, words).stream()
              .map(TaskPieces.Piece::words)
              .collect(Collectors.joining());
      assertThat(bare(pieces)).isEqualTo(bare(words.of(task.span())));
    }
  }

  @Test
  void theWordTableIsInLandscapeWithItsHeadOnEachPageAndItsCellsMerged() throws IOException {
    try (XWPFDocument word = word()) {
      var page = word.getDocument().getBody().getSectPr().getPgSz();
      assertThat(page.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
      assertThat((BigInteger) page.getW()).isGreaterThan((BigInteger) page.getH());
      assertThat(word.getParagraphArray(0).getText()).isEqualTo("附件");
      assertThat(word.getParagraphArray(1).getText()).isEqualTo("净原县土壤污染防治工作方案（2026—2030年）任务分解表");
      assertThat(word.getFooterList().getFirst().getText()).startsWith("第 ").contains("共 ");
      XWPFTable table = word.getTables().getFirst();
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(cells(table.getRow(0))).isEqualTo(HEADS);
      assertThat(mergedRows(table, 1)).as("chapters").isGreaterThan(50);
      assertThat(mergedRows(table, 2)).as("tasks").isGreaterThan(20);
      assertThat(mergedRows(table, 3)).as("measures").isZero();
    }
  }

  @Test
  void everyTaskOfThePlanStandsInBothTables() throws IOException {
    Words words = new Words(PLAN.text());
    String word;
    try (XWPFDocument document = word()) {
      word =
          document.getTables().getFirst().getRows().stream()
              .map(row -> row.getCell(3).getText())
              .collect(Collectors.joining());
    }
    String sheet;
    try (XSSFWorkbook book = book()) {
      sheet =
          StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
              .map(row -> row.getCell(3).getStringCellValue())
              .collect(Collectors.joining());
    }
    for (Task task : PLAN.reading().tasks()) {
      assertThat(bare(word)).contains(bare(words.of(task.span())));
      assertThat(bare(sheet)).contains(bare(words.of(task.span())));
    }
  }

  @Test
  void theSheetIsPrintedInLandscapeWithItsHeadOnEachPageAndItsCellsMerged() throws IOException {
    try (XSSFWorkbook book = book()) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
      assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页，共 &N 页");
      assertThat(
              IntStream.range(0, HEADS.size())
                  .mapToObj(i -> sheet.getRow(FIRST_ROW - 1).getCell(i).getStringCellValue()))
          .isEqualTo(HEADS);
      assertThat(sheet.getMergedRegions())
          .filteredOn(area -> area.getFirstRow() >= FIRST_ROW)
          .extracting(CellRangeAddress::getFirstColumn)
          .contains(1, 2, 4, 5)
          .doesNotContain(0, 3, 7);
      assertThat(sheet.getRow(FIRST_ROW).getCell(0).getNumericCellValue()).isEqualTo(1);
    }
  }

  @Test
  void onPaperNoWordIsCutAndTheHeadStandsOnEachPage() throws IOException {
    byte[] content = MadeTables.tasks(PLAN, TemplateFormat.WORD);
    Path file = Files.write(folder.resolve("table.docx"), content);
    try (PDDocument paper = Loader.loadPDF(Office.convert(folder, file, "pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= paper.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(bare(stripper.getText(paper))).as("page " + page).contains("工作措施");
      }
      stripper.setStartPage(1);
      long letters = letters(stripper.getText(paper));
      try (XWPFDocument word = word()) {
        long written =
            word.getTables().getFirst().getRows().stream()
                .flatMap(row -> cells(row).stream())
                .mapToLong(TaskTableTests::letters)
                .sum();
        assertThat(letters).isGreaterThanOrEqualTo(written);
      }
    }
  }

  @Test
  void sixHundredRowsTakeSeconds() {
    String many =
        IntStream.rangeClosed(1, 600)
            .mapToObj(
                i -> "（%d）清淤。2027年%d月底前清完第%d段河道并复核断面。（县水利局牵头，县财政局参与）\n".formatted(i, i % 12 + 1, i))
            .collect(Collectors.joining("\n", "榆坪县土壤污染防治工作方案\n\n一、主要任务\n\n", ""));
    StoredPlan plan = MadeTables.plan(PlanReader.readText(many));
    for (TemplateFormat format : TemplateFormat.values()) {
      long start = System.nanoTime();
      byte[] content = MadeTables.tasks(plan, format);
      System.out.printf(
          "%d rows as .%s: %d ms, %d kB%n",
          TaskRows.of(plan).size(),
          format.ending(),
          (System.nanoTime() - start) / 1_000_000,
          content.length / 1024);
      assertThat(content).isNotEmpty();
    }
  }

  @Test
  void theRealTaskTableCanBeMade() throws IOException {
    Path real = Needs.shared("plans", "lishu-task-table.txt");
    StoredPlan plan = MadeTables.plan(PlanReader.readText(Files.readString(real)));
    for (TemplateFormat format : TemplateFormat.values()) {
      assertThat(MadeTables.tasks(plan, format)).isNotEmpty();
    }
  }

  private static XWPFDocument word() throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(MadeTables.tasks(PLAN, TemplateFormat.WORD)));
  }

  private static XSSFWorkbook book() throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(MadeTables.tasks(PLAN, TemplateFormat.EXCEL)));
  }

  private static List<String> cells(XWPFTableRow row) {
    return row.getTableCells().stream().map(cell -> cell.getText()).toList();
  }

  private static long mergedRows(XWPFTable table, int column) {
    return table.getRows().stream()
        .map(row -> row.getCell(column).getCTTc().getTcPr())
        .filter(cell -> cell.isSetVMerge() && cell.getVMerge().getVal() == STMerge.CONTINUE)
        .count();
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isIdeographic).count();
  }
}
