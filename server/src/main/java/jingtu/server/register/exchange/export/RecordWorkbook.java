package jingtu.server.register.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.cell.CellContent;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.WriteCell;
import org.apache.poi.ss.util.WorkbookUtil;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Records as an .xlsx of one sheet: numbers as numbers, days as days, everything else as characters
 * that no program takes for a formula. Rows leave memory as they are written.
 */
final class RecordWorkbook implements RecordFile {

  /** What stands for a character by its number (ECMA-376 part 1, 22.9.2.19) and is not meant so. */
  private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  private static final int ROWS_KEPT = 500;
  private static final double NARROW = 12;
  private static final double WIDE = 36;

  private final Workbook book;
  private final Worksheet sheet;
  private final List<SheetColumn> columns;
  private final WriteCell cells;
  private int row;

  RecordWorkbook(String name, List<SheetColumn> columns, WriteCell cells, OutputStream out) {
    this.book = new Workbook(out, "Jingtu", "1.0");
    this.sheet = book.newWorksheet(WorkbookUtil.createSafeSheetName(name));
    this.columns = columns;
    this.cells = cells;
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, width(columns.get(i)));
      sheet.inlineString(0, i, columns.get(i).heading());
    }
    sheet.range(0, 0, 0, Math.max(0, columns.size() - 1)).style().bold().wrapText(true).set();
    sheet.freezePane(1, 1);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.repeatRows(0);
    row = 1;
  }

  /**
   * Wide enough for the heading, and for a name of some eighteen characters where there are such.
   */
  private static double width(SheetColumn column) {
    double heading = 2.0 * column.heading().length() + 4;
    boolean named =
        column.part() instanceof SheetColumn.Whole(Field field)
            && (field.type() instanceof FieldType.Text
                || field.type() instanceof FieldType.LongText
                || field.type() instanceof FieldType.Link
                || field.type() instanceof FieldType.OfOrganisation);
    return named ? WIDE : Math.clamp(heading, NARROW, WIDE);
  }

  @Override
  public void write(ExchangedRecord told) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      put(i, cells.write(columns.get(i), told));
    }
    row++;
    if (row % ROWS_KEPT == 0) {
      sheet.flush();
    }
  }

  private void put(int column, CellContent content) {
    switch (content) {
      case CellContent.Blank blank -> {}
      case CellContent.Text(String text) -> {
        sheet.inlineString(row, column, ESCAPE.matcher(text).replaceAll("_x005F$0"));
        sheet.style(row, column).format("@").set();
      }
      case CellContent.Figure(BigDecimal number) -> sheet.value(row, column, number);
      case CellContent.Day(LocalDate date) -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
  }
}
