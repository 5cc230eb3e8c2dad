package jingtu.sheets.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jingtu.sheets.CellAddress;
import jingtu.sheets.Unreadable;

/**
 * The part of one sheet on its way into the copy (ECMA-376 part 1, 18.3.1.99): cells with findings
 * get the format of marks and are made where there were none, cells that an earlier copy marked get
 * their own format back, and the sheet is told of the shapes of its comments.
 */
final class MarkedSheet {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** What stands behind the shapes of comments in a sheet; alternatives hold some of these. */
  private static final Set<String> AFTER_SHAPES =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final Rewriting part;
  private final XmlPart xml;
  private final CellStyles styles;
  private final TreeMap<Integer, NavigableSet<Integer>> waiting = new TreeMap<>();
  private final String shapes;
  private final List<ColumnStyle> columnStyles = new ArrayList<>();

  private String prefix = "";
  private int row;
  private int column;
  private int rowStyle;
  private NavigableSet<Integer> waitingInRow = new TreeSet<>();
  private boolean rowClosed;
  private boolean dataPassed;
  private boolean shapesTold;

  private record ColumnStyle(int first, int last, int style) {}

  /**
   * A sheet to be marked.
   *
   * @param cells the columns to be marked, by row
   * @param shapes id of the relation to the shapes of comments; empty where the sheet knows of them
   *     or has none
   */
  MarkedSheet(
      Rewriting part,
      CellStyles styles,
      NavigableMap<Integer, ? extends NavigableMap<Integer, ?>> cells,
      String shapes) {
    this.part = part;
    this.xml = part.xml();
    this.styles = styles;
    this.shapes = shapes;
    this.shapesTold = shapes.isEmpty();
    cells.forEach((number, columns) -> waiting.put(number, new TreeSet<>(columns.keySet())));
  }

  void write() throws IOException, Unreadable {
    while (xml.next()) {
      if (xml.isStart()) {
        begin();
      } else if (xml.isEnd()) {
        end();
      }
    }
    part.finish();
  }

  private void begin() throws IOException, Unreadable {
    if (xml.depth() == 2 && dataPassed) {
      boolean alternative = xml.name().isEmpty();
      if (alternative || AFTER_SHAPES.contains(xml.name())) {
        tellOfShapes();
      }
    }
    switch (xml.name()) {
      case "worksheet" -> prefix = xml.prefix();
      case "col" ->
          columnStyles.add(
              new ColumnStyle(xml.number("min", 0), xml.number("max", 0), xml.number("style", 0)));
      case "sheetData" -> beginData();
      case "row" -> beginRow();
      case "c" -> beginCell();
      default -> {}
    }
  }

  private void end() throws IOException, Unreadable {
    switch (xml.name()) {
      case "row" -> endRow();
      case "sheetData" -> endData();
      case "worksheet" -> tellOfShapes();
      default -> {}
    }
  }

  private void tellOfShapes() throws IOException, Unreadable {
    if (!shapesTold) {
      part.copyToHere();
      part.write(
          "<%slegacyDrawing xmlns:r=\"%s\" r:id=\"%s\"/>".formatted(prefix, RELATIONS, shapes));
      shapesTold = true;
    }
  }

  private void beginData() throws IOException, Unreadable {
    if (waiting.isEmpty()) {
      return;
    }
    part.copyToHere();
    String tag = part.takeThroughHere();
    part.write(Tag.opened(tag));
    if (Tag.isEmpty(tag)) {
      writeRowsBefore(Integer.MAX_VALUE);
      part.write("</" + prefix + "sheetData>");
    }
  }

  private void endData() throws IOException, Unreadable {
    dataPassed = true;
    if (!waiting.isEmpty()) {
      part.copyToHere();
      writeRowsBefore(Integer.MAX_VALUE);
    }
  }

  private void writeRowsBefore(int number) throws IOException {
    while (!waiting.isEmpty() && waiting.firstKey() < number) {
      row = waiting.firstKey();
      rowStyle = 0;
      waitingInRow = waiting.getOrDefault(row, new TreeSet<>());
      waiting.remove(row);
      part.write("<" + prefix + "row r=\"" + row + "\">");
      writeCellsBefore(Integer.MAX_VALUE);
      part.write("</" + prefix + "row>");
    }
  }

  private void writeCellsBefore(int number) throws IOException {
    while (!waitingInRow.isEmpty() && waitingInRow.first() < number) {
      int missing = waitingInRow.removeFirst();
      int style = styles.marked(rowStyle > 0 ? rowStyle : columnStyle(missing));
      part.write(
          "<%sc r=\"%s%d\" s=\"%d\"/>".formatted(prefix, CellAddress.letters(missing), row, style));
    }
  }

  private int columnStyle(int number) {
    return columnStyles.stream()
        .filter(known -> number >= known.first() && number <= known.last())
        .mapToInt(ColumnStyle::style)
        .findFirst()
        .orElse(0);
  }

  private void beginRow() throws IOException, Unreadable {
    int number = xml.number("r", row + 1);
    if (!waiting.isEmpty() && waiting.firstKey() < number) {
      part.copyToHere();
      writeRowsBefore(number);
    }
    row = number;
    column = 0;
    rowStyle = xml.isOn("customFormat") ? xml.number("s", 0) : 0;
    rowClosed = false;
    NavigableSet<Integer> marked = waiting.remove(row);
    waitingInRow = marked == null ? new TreeSet<>() : marked;
    if (marked != null) {
      // Spans would be wrong where cells are added; they are a hint only (18.3.1.73).
      part.copyToHere();
      String tag = part.takeThroughHere();
      part.write(Tag.without(Tag.opened(tag), "spans"));
      rowClosed = Tag.isEmpty(tag);
      if (rowClosed) {
        writeCellsBefore(Integer.MAX_VALUE);
        part.write("</" + prefix + "row>");
      }
    }
  }

  private void endRow() throws IOException, Unreadable {
    if (!rowClosed && !waitingInRow.isEmpty()) {
      part.copyToHere();
      writeCellsBefore(Integer.MAX_VALUE);
    }
  }

  private void beginCell() throws IOException, Unreadable {
    column = CellReference.column(xml.attribute("r", "")).orElse(column + 1);
    if (!waitingInRow.isEmpty() && waitingInRow.first() < column) {
      part.copyToHere();
      writeCellsBefore(column);
    }
    int style = xml.number("s", 0);
    int wanted = waitingInRow.remove(column) ? styles.marked(style) : styles.unmarked(style);
    if (wanted != style) {
      part.copyToHere();
      part.write(Tag.with(part.takeThroughHere(), "s", wanted));
    }
  }
}
