package jingtu.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook; where a sheet is full the next begins with the header again. */
final class XlsxTable implements ResultTable {

  private static final int ROWS_OF_A_SHEET = 1 << 20;
  private static final int ROWS_IN_MEMORY = 500;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Workbook book;
  private final String name;
  private final List<Integer> numeric;
  private final List<String> header = new ArrayList<>();
  private Worksheet sheet;
  private int sheets;
  private int row;

  /**
   * @param name of the sheets
   * @param numeric the columns, from 0, whose numbers are written as numbers
   */
  XlsxTable(OutputStream stream, String name, List<Integer> numeric) {
    this.book = new Workbook(stream, "jingtu", null);
    this.name = name;
    this.numeric = List.copyOf(numeric);
    this.sheet = next();
  }

  private Worksheet next() {
    sheets++;
    row = 0;
    Worksheet next = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    next.freezePane(0, 1);
    return next;
  }

  @Override
  public void write(Iterable<String> cells) throws IOException {
    if (header.isEmpty()) {
      cells.forEach(header::add);
    } else if (row == ROWS_OF_A_SHEET) {
      sheet.finish();
      sheet = next();
      put(header);
    }
    put(cells);
  }

  private void put(Iterable<String> cells) throws IOException {
    int column = 0;
    for (String cell : cells) {
      put(column++, cell);
    }
    row++;
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  /** Texts stand in their cells: a table of shared ones would have to stay in memory. */
  private void put(int column, String cell) {
    if (row > 0 && numeric.contains(column) && NUMBER.matcher(cell).matches()) {
      sheet.value(row, column, new BigDecimal(cell));
    } else if (!cell.isEmpty()) {
      sheet.inlineString(row, column, cell);
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
    book.close();
  }
}
