package jingtu.server.duty.round;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet of a round-up in the hands of an organisation: filled in, or spoilt, and sent back. */
public final class ReturnedWorkbook {

  /** Rows from 0: a title, what is asked, the headings. */
  public static final int HEADINGS = 2;

  public static final int FIRST = 3;

  private ReturnedWorkbook() {}

  /** The file after somebody did something with its only sheet. */
  public static byte[] edited(byte[] sent, Consumer<Sheet> edit) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sent));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.accept(book.getSheetAt(0));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills in a row. */
  public static void fill(Sheet sheet, Row row, String state, String progress) {
    set(row, column(sheet, "工作状态"), state);
    set(row, column(sheet, "进展"), progress);
  }

  /** The rows below the headings. */
  public static List<Row> rows(Sheet sheet) {
    List<Row> rows = new ArrayList<>();
    for (int i = FIRST; i <= sheet.getLastRowNum(); i++) {
      if (sheet.getRow(i) != null) {
        rows.add(sheet.getRow(i));
      }
    }
    return rows;
  }

  /** The column with a heading, from 0. */
  public static int column(Sheet sheet, String heading) {
    for (Cell cell : sheet.getRow(HEADINGS)) {
      if (cell.getStringCellValue().equals(heading)) {
        return cell.getColumnIndex();
      }
    }
    throw new IllegalArgumentException("no column " + heading);
  }

  public static String text(Row row, int column) {
    return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).getStringCellValue();
  }

  public static void set(Row row, int column, String text) {
    Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    // Otherwise the library leaves the text that stands in the cell itself.
    cell.setBlank();
    cell.setCellValue(text);
  }

  /** Takes a column out, as a spreadsheet does: what stood right of it moves left. */
  public static void deleteColumn(Sheet sheet, int column) {
    for (Row row : sheet) {
      if (row.getRowNum() < HEADINGS) {
        continue;
      }
      int last = row.getLastCellNum() - 1;
      for (int i = column; i < last; i++) {
        set(row, i, textOf(row, i + 1));
      }
      if (last >= column && row.getCell(last) != null) {
        row.removeCell(row.getCell(last));
      }
    }
  }

  private static String textOf(Row row, int column) {
    Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    return switch (cell.getCellType()) {
      case NUMERIC -> String.valueOf((int) cell.getNumericCellValue());
      default -> cell.getStringCellValue();
    };
  }
}
