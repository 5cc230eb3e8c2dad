package jingtu.server.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Fills an Excel template that {@link SheetTags} found sound. */
final class SheetFill {

  private final TemplateKind kind;
  private final TemplateValues values;
  private final SheetCells cells;

  private SheetFill(XSSFWorkbook book, TemplateKind kind, TemplateValues values) {
    this.kind = kind;
    this.values = values;
    this.cells = new SheetCells(book);
  }

  static byte[] fill(byte[] template, TemplateKind kind, TemplateValues values) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      SheetFill fill = new SheetFill(book, kind, values);
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        fill.sheet(book.getSheetAt(i));
      }
      book.setForceFormulaRecalculation(true);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a workbook into memory", e);
    }
  }

  private void sheet(XSSFSheet sheet) {
    for (int at = sheet.getLastRowNum(); at >= 0; at--) {
      XSSFRow row = sheet.getRow(at);
      if (row != null) {
        Optional<TemplateRows> rows = rows(row);
        if (rows.isPresent()) {
          repeat(sheet, at, values.of(rows.get()));
        } else {
          fill(row, Map.of());
        }
      }
    }
    margin(sheet.getHeader());
    margin(sheet.getFooter());
  }

  private Optional<TemplateRows> rows(Row row) {
    return SheetTags.texts(row).flatMap(this::rowTags).map(FieldTag.InRow::rows).findFirst();
  }

  private Stream<FieldTag.InRow> rowTags(TagText text) {
    return text.tags().stream()
        .map(words -> FieldTag.of(words, kind))
        .filter(FieldTag.InRow.class::isInstance)
        .map(FieldTag.InRow.class::cast);
  }

  /** A row for each record in the row's place; without records it stays, empty. */
  private void repeat(XSSFSheet sheet, int at, List<Map<String, TemplateValue>> records) {
    List<Integer> merged = merged(sheet.getRow(at));
    RepeatedRow.copy(sheet, at, Math.max(1, records.size()));
    for (int i = 0; i < Math.max(1, records.size()); i++) {
      fill(sheet.getRow(at + i), records.isEmpty() ? Map.of() : records.get(i));
    }
    List<Neighbours.Run> runs =
        Neighbours.of(
            IntStream.range(at, at + records.size())
                .mapToObj(row -> texts(sheet.getRow(row), merged))
                .toList());
    List<CellRangeAddress> areas = runs.stream().map(run -> area(run, at, merged)).toList();
    areas.forEach(area -> merge(sheet, area));
    RowHeights.fit(sheet, at, records.size(), areas);
  }

  private List<Integer> merged(Row row) {
    return StreamSupport.stream(row.spliterator(), false)
        .filter(cell -> rowTags(SheetTags.text(cell)).anyMatch(FieldTag.InRow::merged))
        .map(Cell::getColumnIndex)
        .toList();
  }

  private static List<String> texts(Row row, List<Integer> columns) {
    return columns.stream().map(column -> words(row.getCell(column))).toList();
  }

  private static String words(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? Double.toString(cell.getNumericCellValue())
        : SheetTags.text(cell).text();
  }

  private static CellRangeAddress area(Neighbours.Run run, int at, List<Integer> columns) {
    int column = columns.get(run.column());
    return new CellRangeAddress(at + run.first(), at + run.last(), column, column);
  }

  private static void merge(XSSFSheet sheet, CellRangeAddress area) {
    sheet.addMergedRegionUnsafe(area);
    for (int row = area.getFirstRow() + 1; row <= area.getLastRow(); row++) {
      sheet.getRow(row).getCell(area.getFirstColumn()).setBlank();
    }
  }

  private void fill(Row row, Map<String, TemplateValue> record) {
    for (Cell cell : row) {
      TagText text = SheetTags.text(cell);
      if (text.isOneTag()) {
        cells.put(cell, value(text.tags().getFirst(), record));
      } else if (text.hasTags()) {
        cells.put(cell, TemplateValue.of(text.filled(words -> value(words, record).inWords())));
      }
    }
  }

  private void margin(HeaderFooter margin) {
    margin.setLeft(inMargin(margin.getLeft()));
    margin.setCenter(inMargin(margin.getCenter()));
    margin.setRight(inMargin(margin.getRight()));
  }

  /** An ampersand begins an instruction there, unless it is doubled. */
  private String inMargin(String text) {
    return new TagText(text).filled(words -> value(words, Map.of()).inWords().replace("&", "&&"));
  }

  private TemplateValue value(String words, Map<String, TemplateValue> record) {
    return values.of(FieldTag.of(words, kind), record);
  }
}
