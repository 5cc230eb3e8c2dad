package jingtu.server.plan.decomposition.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.sheets.Blanks;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.Row;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTVMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * The tables of a .docx in the form of sheets: the n-th table is called by its number, its rows
 * count from 1 and its columns are those of the grid, so that a cell that spans three columns
 * leaves two empty behind it.
 */
final class WordTables {

  private static final int MOST_TABLES = 200;
  private static final int MOST_COLUMNS = 200;

  private WordTables() {}

  static TableFile.Reading read(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(bytes)) {
      return read(document);
    } catch (POIXMLException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException
        | EmptyFileException damaged) {
      return damaged(file);
    } catch (IOException e) {
      if (Files.isReadable(file)) {
        return damaged(file);
      }
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static TableFile.Reading damaged(Path file) {
    return new TableFile.Reading.Refused(
        new Finding(
            String.valueOf(file.getFileName()),
            Message.of("returned-table.damaged"),
            Message.of("returned-table.damaged-remedy")));
  }

  private static TableFile.Reading read(XWPFDocument document) {
    List<SheetTable> tables = new ArrayList<>();
    for (XWPFTable table : document.getTables()) {
      String name = name(tables.size());
      if (tables.size() == MOST_TABLES || table.getNumberOfRows() > TableFile.MOST_ROWS) {
        return TableFile.tooLong(name);
      }
      tables.add(new Grid(name).read(table));
    }
    return new TableFile.Reading.Tables(tables);
  }

  /** What the table is called whose number counts from 0. */
  static String name(int number) {
    return "T" + (number + 1);
  }

  /** Lays the cells of one table out in columns. */
  private static final class Grid {
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final List<CellArea> merged = new ArrayList<>();

    /** Vertical merges that may go on in the next row, by their left column. */
    private Map<Integer, CellArea> open = new HashMap<>();

    Grid(String name) {
      this.name = name;
    }

    SheetTable read(XWPFTable table) {
      int number = 0;
      for (XWPFTableRow row : table.getRows()) {
        number++;
        row(row, number);
      }
      merged.addAll(open.values());
      return new SheetTable(
          name,
          rows,
          merged.stream().filter(area -> !isOneCell(area)).collect(Collectors.toList()));
    }

    private void row(XWPFTableRow row, int number) {
      List<Cell> cells = new ArrayList<>();
      Map<Integer, CellArea> goingOn = new HashMap<>();
      pad(cells, number, before(row));
      for (XWPFTableCell cell : row.getTableCells()) {
        int left = cells.size() + 1;
        int span = Math.clamp(span(cell), 1, Math.max(1, MOST_COLUMNS - left));
        boolean continued = isContinued(cell) && open.containsKey(left);
        String text = continued ? "" : text(cell);
        cells.add(
            new Cell(
                new CellAddress(name, number, left),
                text.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT,
                text));
        pad(cells, number, span - 1);
        goingOn.put(left, area(left, number, span, continued));
      }
      open.values().stream()
          .filter(area -> !goingOn.containsKey(area.left()) || !isWithin(area, goingOn))
          .forEach(merged::add);
      open = goingOn;
      rows.add(new Row(name, number, cells));
    }

    private CellArea area(int left, int number, int span, boolean continued) {
      CellArea above = open.get(left);
      return continued && above != null
          ? new CellArea(above.top(), left, number, Math.max(above.right(), left + span - 1))
          : new CellArea(number, left, number, left + span - 1);
    }

    private static boolean isWithin(CellArea area, Map<Integer, CellArea> goingOn) {
      CellArea next = goingOn.get(area.left());
      return next != null && next.top() == area.top();
    }

    private static boolean isOneCell(CellArea area) {
      return area.top() == area.bottom() && area.left() == area.right();
    }

    private void pad(List<Cell> cells, int number, int count) {
      for (int i = 0; i < count; i++) {
        cells.add(new Cell(new CellAddress(name, number, cells.size() + 1), Cell.Kind.EMPTY, ""));
      }
    }
  }

  private static int before(XWPFTableRow row) {
    CTTrPr properties = row.getCtRow().getTrPr();
    return properties == null || properties.sizeOfGridBeforeArray() == 0
        ? 0
        : Math.clamp(properties.getGridBeforeArray(0).getVal().longValue(), 0, MOST_COLUMNS);
  }

  private static int span(XWPFTableCell cell) {
    return properties(cell)
        .filter(CTTcPr::isSetGridSpan)
        .map(properties -> properties.getGridSpan().getVal())
        .map(BigInteger::intValue)
        .orElse(1);
  }

  private static boolean isContinued(XWPFTableCell cell) {
    return properties(cell)
        .filter(CTTcPr::isSetVMerge)
        .map(CTTcPr::getVMerge)
        .filter(WordTables::goesOn)
        .isPresent();
  }

  /** Without a value the merge goes on (ECMA-376, 17.4.84). */
  private static boolean goesOn(CTVMerge merge) {
    return !merge.isSetVal() || merge.getVal() == STMerge.CONTINUE;
  }

  private static Optional<CTTcPr> properties(XWPFTableCell cell) {
    return Optional.ofNullable(cell.getCTTc().getTcPr());
  }

  private static String text(XWPFTableCell cell) {
    return Blanks.strip(
        cell.getParagraphs().stream()
            .map(XWPFParagraph::getText)
            .collect(Collectors.joining("\n")));
  }
}
