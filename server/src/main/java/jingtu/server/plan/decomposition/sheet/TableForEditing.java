package jingtu.server.plan.decomposition.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work of a plan as a plain workbook that goes out to be edited and that {@link ImportTable}
 * takes back. A hidden column bears the stamp of each row, so that what was edited there and what
 * was changed here meanwhile are told apart. Every cell is a text: no code becomes a day, no
 * telephone loses a digit, and nothing is taken for a formula.
 */
@Component
public class TableForEditing {

  private static final int CHARACTER = 256;
  private static final int USUAL_WIDTH = 18;
  private static final Map<WorkItemColumn, Integer> WIDTHS =
      Map.of(
          WorkItemColumn.CODE, 10,
          WorkItemColumn.ROLE, 8,
          WorkItemColumn.SENTENCE, 40,
          WorkItemColumn.TASK, 30,
          WorkItemColumn.WORK, 36,
          WorkItemColumn.YEARS, 30,
          WorkItemColumn.MILESTONES, 30);

  private final Plans plans;
  private final WorkItems items;

  TableForEditing(Plans plans, WorkItems items) {
    this.plans = plans;
    this.items = items;
  }

  /**
   * Writes the workbook.
   *
   * @param organisation whose items are wanted; all of them where it is empty
   * @return false where there is no such plan or the scope does not see it
   */
  @Transactional(readOnly = true)
  public boolean write(
      Scope scope, PlanId plan, Optional<String> organisation, Language language, OutputStream out)
      throws IOException {
    if (plans.findSummary(scope, plan).isEmpty()) {
      return false;
    }
    List<WorkItem> wanted =
        items.list(scope, plan).stream()
            .filter(item -> organisation.filter(o -> !o.equals(item.organisation())).isEmpty())
            .toList();
    write(wanted, language, out);
    return true;
  }

  /** Writes items without asking for whom. */
  static void write(List<WorkItem> items, Language language, OutputStream out) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet =
          book.createSheet(Messages.say(Message.of("returned-table.sheet"), language));
      CellStyle text = text(book);
      CellStyle bold = bold(book);
      Row heads = sheet.createRow(0);
      WorkItemColumn[] columns = WorkItemColumn.values();
      for (int i = 0; i < columns.length; i++) {
        put(heads, i, columns[i].heading(language), bold);
        sheet.setColumnWidth(i, WIDTHS.getOrDefault(columns[i], USUAL_WIDTH) * CHARACTER);
        sheet.setDefaultColumnStyle(i, text);
      }
      put(heads, columns.length, TableField.STAMP.heading(language), bold);
      sheet.setColumnHidden(columns.length, true);
      for (WorkItem item : items) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < columns.length; i++) {
          put(row, i, columns[i].text(item, language), text);
        }
        put(row, columns.length, RowStamp.of(item).text(), text);
      }
      sheet.createFreezePane(1, 1);
      book.write(out);
    }
  }

  private static void put(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    cell.setCellValue(text);
  }

  private static CellStyle bold(XSSFWorkbook book) {
    CellStyle bold = text(book);
    Font font = book.createFont();
    font.setBold(true);
    bold.setFont(font);
    return bold;
  }

  private static CellStyle text(XSSFWorkbook book) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("@"));
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }
}
