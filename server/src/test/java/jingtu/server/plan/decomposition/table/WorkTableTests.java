package jingtu.server.plan.decomposition.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jingtu.planreader.PlanReader;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.decomposition.MadeItems;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.sheet.RowStamp;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** The table of work items, whose columns an import knows again. */
class WorkTableTests {

  private static final int HEAD = 3;
  private static final StoredPlan PLAN =
      MadeTables.plan(
          PlanReader.readText("榆坪县土壤污染防治工作方案\n\n一、主要任务\n\n（一）修渠。2027年5月底前改造。（县水利局牵头）\n"));
  private static final List<WorkItem> ITEMS =
      List.of(MadeItems.bare("县水利局", "测量"), MadeItems.bare("县财政局", "=1+1"));

  @Test
  void fieldsAreCalledAsTheColumnsAre() {
    assertThat(TableKinds.workTable().rows().getFirst().fields())
        .extracting(field -> field.name())
        .startsWith(
            Arrays.stream(WorkItemColumn.values())
                .map(column -> column.heading(Language.ZH))
                .toArray(String[]::new));
  }

  @Test
  void theSheetHasTheColumnsOfTheItemsAndAHiddenMark() throws IOException {
    byte[] content = made(TemplateFormat.EXCEL);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      XSSFSheet sheet = book.getSheetAt(0);
      WorkItemColumn[] columns = WorkItemColumn.values();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
      assertThat(texts(sheet, HEAD))
          .startsWith(
              Arrays.stream(columns).map(c -> c.heading(Language.ZH)).toArray(String[]::new));
      for (int i = 0; i < ITEMS.size(); i++) {
        WorkItem item = ITEMS.get(i);
        assertThat(texts(sheet, HEAD + 1 + i))
            .startsWith(
                Arrays.stream(columns).map(c -> c.text(item, Language.ZH)).toArray(String[]::new))
            .endsWith(RowStamp.of(item).text());
      }
      assertThat(sheet.isColumnHidden(columns.length)).isTrue();
    }
  }

  @Test
  void theWordTableHasNoHiddenMark() throws IOException {
    byte[] content = made(TemplateFormat.WORD);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(content))) {
      assertThat(word.getTables().getFirst().getRow(0).getTableCells())
          .extracting(cell -> cell.getText())
          .containsExactly(
              Arrays.stream(WorkItemColumn.values())
                  .map(c -> c.heading(Language.ZH))
                  .toArray(String[]::new));
      assertThat(word.getTables().getFirst().getRows()).hasSize(1 + ITEMS.size());
    }
  }

  private static byte[] made(TemplateFormat format) {
    return MadeTables.make(TableKinds.workTable(), PLAN, WorkRows.of(ITEMS), format);
  }

  private static List<String> texts(XSSFSheet sheet, int row) {
    return IntStream.rangeClosed(0, WorkItemColumn.values().length)
        .mapToObj(column -> sheet.getRow(row).getCell(column).getStringCellValue())
        .toList();
  }
}
