package jingtu.assessment.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The workbook with thirty faults: its drawings made into an .xlsx, and what it must come back
 * with.
 */
final class FaultyWorkbook {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private static final String FOLDER = "/faulty-workbook/";
  private static final List<String> SHEETS = List.of("重金属", "农药");

  private final XSSFWorkbook book;
  private final CellStyle dates;
  private final CellStyle percent;

  /** One line of {@code planted-faults.csv}. */
  record Fault(String cell, String problem, String remedy) {}

  /** One line of {@code sound-rows.csv}. */
  record SoundRow(String sheet, int row, String sample) {}

  private FaultyWorkbook(XSSFWorkbook book) {
    this.book = book;
    this.dates = style("yyyy/m/d");
    this.percent = style("0.00%");
  }

  private CellStyle style(String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  static Path write(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      FaultyWorkbook drawing = new FaultyWorkbook(book);
      for (String sheet : SHEETS) {
        drawing.draw(book.createSheet(sheet), sheet + ".csv");
      }
      book.write(out);
    }
    return file;
  }

  private void draw(XSSFSheet sheet, String drawing) throws IOException {
    try (var records = CsvReader.builder().allowExtraFields(true).ofCsvRecord(open(drawing))) {
      int number = 0;
      for (var line : records) {
        Row row = sheet.createRow(number++);
        for (int column = 0; column < line.getFieldCount(); column++) {
          if (!line.getField(column).isEmpty()) {
            fill(row.createCell(column), line.getField(column));
          }
        }
      }
    }
  }

  private void fill(Cell cell, String drawn) {
    int colon = drawn.indexOf(':');
    String rest = drawn.substring(colon + 1);
    switch (colon < 0 ? "" : drawn.substring(0, colon)) {
      case "date" -> {
        cell.setCellValue(LocalDate.parse(rest));
        cell.setCellStyle(dates);
      }
      case "percent" -> {
        cell.setCellValue(Double.parseDouble(rest));
        cell.setCellStyle(percent);
      }
      case "error" -> cell.setCellErrorValue(FormulaError.forString(rest).getCode());
      case "formula" -> cell.setCellFormula(rest);
      default -> fillPlain(cell, drawn);
    }
  }

  private static void fillPlain(Cell cell, String drawn) {
    if (drawn.matches("-?\\d+(\\.\\d+)?")) {
      cell.setCellValue(new BigDecimal(drawn).doubleValue());
    } else {
      cell.setCellValue(drawn.startsWith("'") ? drawn.substring(1) : drawn);
    }
  }

  static List<Fault> faults() throws IOException {
    return lines("planted-faults.csv").stream()
        .map(
            line ->
                new Fault(
                    line.getField("sheet") + "!" + line.getField("cell"),
                    line.getField("problem says"),
                    line.getField("remedy says")))
        .toList();
  }

  static List<SoundRow> soundRows() throws IOException {
    return lines("sound-rows.csv").stream()
        .map(
            line ->
                new SoundRow(
                    line.getField("sheet"),
                    Integer.parseInt(line.getField("row")),
                    line.getField("sample")))
        .toList();
  }

  private static List<NamedCsvRecord> lines(String file) throws IOException {
    try (var records = CsvReader.builder().ofNamedCsvRecord(open(file))) {
      return records.stream().toList();
    }
  }

  private static Reader open(String file) {
    InputStream bytes = FaultyWorkbook.class.getResourceAsStream(FOLDER + file);
    return new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8);
  }
}
