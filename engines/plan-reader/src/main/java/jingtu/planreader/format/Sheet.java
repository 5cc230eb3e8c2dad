package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The filled cells of one sheet of an .xlsx and its merged areas. */
final class Sheet {

  private static final int ROWS = 1 << 20;

  private final CellTexts texts;
  private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
  private final Map<Long, Area> merged = new HashMap<>();
  private final Set<Long> covered = new HashSet<>();
  private int cells;
  private int characters;

  /** A merged area, its corners included. */
  private record Area(int top, int left, int bottom, int right) {}

  private Sheet(CellTexts texts) {
    this.texts = texts;
  }

  static Sheet read(XmlPart xml, CellTexts texts) throws Unreadable {
    Sheet sheet = new Sheet(texts);
    int row = -1;
    int column = -1;
    while (xml.next()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "row" -> {
          row = xml.number("r", row + 2) - 1;
          column = -1;
        }
        case "c" -> {
          Place place = Place.of(xml.attribute("r").orElse(""), new Place(row, column + 1));
          column = place.column();
          sheet.readCell(xml, place);
        }
        case "mergeCell" -> sheet.merge(xml.attribute("ref").orElse(""));
        default -> {}
      }
    }
    return sheet;
  }

  /** A cell's place, from 0. */
  record Place(int row, int column) {

    /** Reads {@code C12}; the alternative where it is not so written. */
    static Place of(String reference, Place otherwise) {
      if (!reference.matches("[A-Z]{1,3}[0-9]{1,7}")) {
        return otherwise;
      }
      int column = 0;
      int digits = 0;
      while (Character.isLetter(reference.charAt(digits))) {
        column = column * 26 + reference.charAt(digits++) - 'A' + 1;
      }
      return new Place(Integer.parseInt(reference.substring(digits)) - 1, column - 1);
    }

    long key() {
      return (long) row << 32 | column;
    }
  }

  private void readCell(XmlPart xml, Place place) throws Unreadable {
    String words = texts.read(xml);
    boolean inside =
        place.row() >= 0 && place.row() < ROWS && place.column() < Limits.TABLE_COLUMNS;
    if (words.isBlank() || !inside) {
      return;
    }
    characters += words.length();
    if (characters > Limits.TEXT_CHARACTERS) {
      throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
    }
    if (++cells > Limits.TABLE_CELLS) {
      throw Unreadable.because("too-many-cells", Limits.TABLE_CELLS);
    }
    rows.computeIfAbsent(place.row(), unseen -> new TreeMap<>()).put(place.column(), words);
  }

  /** Notes a merged area; one that would cover more than a table may hold is left alone. */
  private void merge(String reference) {
    int colon = reference.indexOf(':');
    Place none = new Place(-1, -1);
    Place from = Place.of(colon < 0 ? "" : reference.substring(0, colon), none);
    Place to = Place.of(reference.substring(colon + 1), none);
    int right = Math.min(to.column(), Limits.TABLE_COLUMNS - 1);
    int bottom = Math.min(to.row(), rows.isEmpty() ? -1 : rows.lastKey());
    if (from.row() < 0 || to.row() < from.row() || to.column() < from.column()) {
      return;
    }
    long size = (bottom - from.row() + 1L) * (right - from.column() + 1L);
    if (size > Limits.TABLE_CELLS - covered.size()) {
      return;
    }
    merged.put(from.key(), new Area(from.row(), from.column(), bottom, right));
    for (int row = from.row(); row <= bottom; row++) {
      for (int column = from.column(); column <= right; column++) {
        covered.add(new Place(row, column).key());
      }
    }
    covered.remove(from.key());
  }

  /** The sheet as paragraphs and a table, without empty rows and without empty columns. */
  List<Block> blocks() throws Unreadable {
    List<Integer> columns = usedColumns();
    List<Integer> usedRows = new ArrayList<>(rows.keySet());
    GridBuilder grid = new GridBuilder();
    for (int row : usedRows) {
      grid.startRow();
      for (int column : columns) {
        Place place = new Place(row, column);
        if (covered.contains(place.key())) {
          grid.skip(1);
          continue;
        }
        Area area = merged.getOrDefault(place.key(), new Area(row, column, row, column));
        String words = rows.getOrDefault(row, new TreeMap<>()).getOrDefault(column, "");
        int height = between(usedRows, area.top(), area.bottom());
        int width = between(columns, area.left(), area.right());
        grid.place(paragraphs(words), height, width);
        grid.skip(1 - width);
      }
    }
    return SheetDocument.split(grid.build(false));
  }

  private static int between(List<Integer> sorted, int from, int to) {
    return firstFrom(sorted, to + 1) - firstFrom(sorted, from);
  }

  private static int firstFrom(List<Integer> sorted, int number) {
    int at = Collections.binarySearch(sorted, number);
    return at < 0 ? -at - 1 : at;
  }

  private List<Integer> usedColumns() {
    return rows.values().stream()
        .flatMap(row -> row.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> paragraphs(String words) {
    return words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
