package jingtu.server.plan.decomposition.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.vocabulary.Language;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A plain workbook of cells, some of them merged; every cell is a text. */
final class TableWriter {

  /**
   * Rows of texts and areas to merge, as {@code {first row, last row, first column, last column}}.
   */
  record Grid(List<List<String>> rows, List<int[]> merged) {}

  private TableWriter() {}

  /**
   * The table as it is written out: a title, the headings, and a row for each item, with chapter
   * and task merged over neighbours.
   */
  static Grid exported(List<WorkItem> items) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("净原县土壤污染防治任务分解表"));
    rows.add(headings());
    items.forEach(item -> rows.add(cells(item)));
    List<int[]> merged = new ArrayList<>();
    merged.add(new int[] {0, 0, 0, headings().size() - 1});
    mergeEqual(rows, 1, merged);
    mergeEqual(rows, 2, merged);
    return new Grid(rows, merged);
  }

  static List<String> headings() {
    return java.util.Arrays.stream(WorkItemColumn.values())
        .map(column -> column.heading(Language.ZH))
        .toList();
  }

  static List<String> cells(WorkItem item) {
    return java.util.Arrays.stream(WorkItemColumn.values())
        .map(column -> column.text(item, Language.ZH))
        .toList();
  }

  private static void mergeEqual(List<List<String>> rows, int column, List<int[]> merged) {
    int first = 2;
    for (int row = 3; row <= rows.size(); row++) {
      boolean ends =
          row == rows.size() || !rows.get(row).get(column).equals(rows.get(first).get(column));
      if (ends && row - first > 1) {
        merged.add(new int[] {first, row - 1, column, column});
      }
      first = ends ? row : first;
    }
  }

  /** Writes it; of a merged area only the first cell keeps its text, as in every spreadsheet. */
  static Path write(Grid grid, Path file) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet("任务分解表");
      CellStyle text = book.createCellStyle();
      text.setDataFormat(book.createDataFormat().getFormat("@"));
      for (int number = 0; number < grid.rows().size(); number++) {
        Row row = sheet.createRow(number);
        List<String> cells = grid.rows().get(number);
        for (int column = 0; column < cells.size(); column++) {
          if (!cells.get(column).isEmpty()) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(text);
            cell.setCellValue(cells.get(column));
          }
        }
      }
      for (int[] area : grid.merged()) {
        clearBut(sheet, area);
        sheet.addMergedRegion(new CellRangeAddress(area[0], area[1], area[2], area[3]));
      }
      book.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clearBut(XSSFSheet sheet, int[] area) {
    for (int row = area[0]; row <= area[1]; row++) {
      for (int column = area[2]; column <= area[3]; column++) {
        Cell cell = row == area[0] && column == area[2] ? null : sheet.getRow(row).getCell(column);
        if (cell != null) {
          cell.setBlank();
        }
      }
    }
  }
}
