package jingtu.server.duty.round.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.vocabulary.Language;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * The tables of a .docx as sheets of a workbook, so that a sheet that comes back is read and
 * checked in the same way whichever of the two it is. What stands above a table becomes the rows
 * above it; merged cells are merged; the stamps that stand hidden in cells become the first column.
 */
final class WordTables {

  private static final Fields FIELDS = RoundColumn.fields();
  private static final int ENOUGH_HEADINGS = 3;

  /** More than any sheet of ours has, and few enough for a row of such cells to fit. */
  private static final int MOST_COLUMNS = 63;

  private static final int LAST_COLUMN = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();
  private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final List<String> above = new ArrayList<>();

  private WordTables() {}

  /** The workbook; without any table where the file cannot be read. */
  static byte[] asWorkbook(byte[] content) {
    WordTables tables = new WordTables();
    try (tables.book;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      tables.read(content);
      if (tables.book.getNumberOfSheets() == 0) {
        tables.book.createSheet();
      }
      tables.book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a table of a document", e);
    }
  }

  private void read(byte[] content) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(content))) {
      for (IBodyElement element : word.getBodyElements()) {
        if (element instanceof XWPFTable table) {
          new Sheet(book.createSheet()).write(above, table);
          above.clear();
        } else if (element instanceof XWPFParagraph paragraph && !paragraph.getText().isBlank()) {
          above.add(fitting(paragraph.getText()));
        }
      }
    } catch (POIXMLException | OpenXML4JRuntimeException damaged) {
      above.clear();
    }
  }

  private static String fitting(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  /** One table being written. */
  private static final class Sheet {

    private final XSSFSheet sheet;
    private final Map<Integer, CellRangeAddress> open = new HashMap<>();
    private boolean headed;

    Sheet(XSSFSheet sheet) {
      this.sheet = sheet;
    }

    void write(List<String> above, XWPFTable table) {
      for (String line : above) {
        sheet.createRow(sheet.getLastRowNum() + 1).createCell(1).setCellValue(line);
      }
      boolean stamped =
          table.getRows().stream()
              .flatMap(row -> row.getTableCells().stream())
              .anyMatch(cell -> RowStamp.find(text(cell)).isPresent());
      table
          .getRows()
          .forEach(row -> write(row.getTableCells(), sheet.getLastRowNum() + 1, stamped));
      open.values().forEach(this::merge);
    }

    private void write(List<XWPFTableCell> cells, int at, boolean stamped) {
      var row = sheet.createRow(at);
      int column = 1;
      int headings = 0;
      for (XWPFTableCell cell : cells) {
        if (column > LAST_COLUMN - MOST_COLUMNS) {
          return;
        }
        String text = text(cell);
        RowStamp.find(text).ifPresent(stamp -> row.createCell(0).setCellValue(stamp.text()));
        String words = RowStamp.without(text).strip();
        headings += FIELDS.find(words).isPresent() ? 1 : 0;
        row.createCell(column).setCellValue(words);
        int last = column + span(cell) - 1;
        area(cell, new CellRangeAddress(at, at, column, last));
        column = last + 1;
      }
      if (stamped && !headed && headings >= ENOUGH_HEADINGS) {
        row.createCell(0).setCellValue(RoundColumn.STAMP.heading(Language.ZH));
        headed = true;
      }
    }

    /** Lengthens the area above where the cell belongs to it; else one begins. */
    private void area(XWPFTableCell cell, CellRangeAddress area) {
      CellRangeAddress above = open.get(area.getFirstColumn());
      if (continues(cell) && above != null) {
        above.setLastRow(area.getLastRow());
        return;
      }
      Optional.ofNullable(open.put(area.getFirstColumn(), area)).ifPresent(this::merge);
    }

    private void merge(CellRangeAddress area) {
      if (area.getNumberOfCells() > 1) {
        sheet.addMergedRegionUnsafe(area);
      }
    }

    private static boolean continues(XWPFTableCell cell) {
      CTTcPr properties = cell.getCTTc().getTcPr();
      return properties != null
          && properties.isSetVMerge()
          && properties.getVMerge().getVal() != STMerge.RESTART;
    }

    private static int span(XWPFTableCell cell) {
      CTTcPr properties = cell.getCTTc().getTcPr();
      return properties != null && properties.isSetGridSpan()
          ? Math.clamp(properties.getGridSpan().getVal().intValue(), 1, MOST_COLUMNS)
          : 1;
    }

    private static String text(XWPFTableCell cell) {
      return fitting(
          cell.getParagraphs().stream()
              .map(XWPFParagraph::getText)
              .collect(Collectors.joining("\n")));
    }
  }
}
