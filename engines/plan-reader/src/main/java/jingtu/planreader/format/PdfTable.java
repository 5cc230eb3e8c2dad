package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import jingtu.planreader.format.Block.Grid;
import jingtu.planreader.format.Block.GridCell;
import jingtu.planreader.format.PdfLine.Sign;
import jingtu.planreader.format.PdfRules.Rule;

/**
 * A table on a page, found by its ruled lines: rules that touch each other make one table, and
 * where a rule is missing between two places they are one merged cell. In points from the top left
 * corner.
 */
final class PdfTable {

  /** Rules nearer than this are one. */
  private static final double SAME_POINTS = 3;

  private final NavigableMap<Double, List<Rule>> uprights = new TreeMap<>();
  private final NavigableMap<Double, List<Rule>> levels = new TreeMap<>();
  private final List<Double> columns;
  private final List<Double> rows;

  private PdfTable(List<Rule> rules) {
    for (Rule rule : rules) {
      (rule.upright() ? uprights : levels)
          .computeIfAbsent(rule.at(), unseen -> new ArrayList<>())
          .add(rule);
    }
    this.columns = edges(uprights.keySet());
    this.rows = edges(levels.keySet());
  }

  /** The tables that the rules of a page make, as far as they have two columns. */
  static List<PdfTable> find(List<Rule> rules) {
    List<List<Rule>> groups = new ArrayList<>();
    for (Rule rule : rules) {
      List<Rule> joined = new ArrayList<>(List.of(rule));
      for (Iterator<List<Rule>> others = groups.iterator(); others.hasNext(); ) {
        List<Rule> group = others.next();
        if (group.stream().anyMatch(it -> it.touches(rule, SAME_POINTS))) {
          joined.addAll(group);
          others.remove();
        }
      }
      groups.add(joined);
    }
    return groups.stream()
        .map(PdfTable::new)
        .filter(table -> table.columns.size() > 2 && table.rows.size() > 1)
        .filter(table -> table.columns.size() <= Limits.TABLE_COLUMNS)
        .toList();
  }

  private static List<Double> edges(Set<Double> sorted) {
    List<Double> edges = new ArrayList<>();
    for (double position : sorted) {
      if (edges.isEmpty() || position - edges.getLast() > SAME_POINTS) {
        edges.add(position);
      }
    }
    return edges;
  }

  /** How many places its rows and columns make, merged ones counted too. */
  long places() {
    return (rows.size() - 1L) * (columns.size() - 1L);
  }

  double top() {
    return rows.getFirst();
  }

  /** The table with the signs that stand in it, which are taken out of the lines. */
  Grid fill(List<List<Sign>> lines) {
    int height = rows.size() - 1;
    int width = columns.size() - 1;
    List<List<List<Sign>>> inside = new ArrayList<>();
    for (int i = 0; i < height * width; i++) {
      inside.add(new ArrayList<>());
    }
    int[] anchors = anchors(height, width);
    for (List<Sign> line : lines) {
      take(line, inside, anchors, width);
    }
    List<List<GridCell>> grid = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      grid.add(row(row, inside, anchors, width));
    }
    return new Grid(grid, false);
  }

  private void take(List<Sign> line, List<List<List<Sign>>> inside, int[] anchors, int width) {
    List<List<Sign>> last = new ArrayList<>();
    int lastPlace = -1;
    for (Iterator<Sign> signs = line.iterator(); signs.hasNext(); ) {
      Sign sign = signs.next();
      int row = between(rows, sign.middleY());
      int column = between(columns, sign.middleX());
      if (row < 0 || column < 0) {
        continue;
      }
      signs.remove();
      int place = anchors[row * width + column];
      if (place != lastPlace) {
        last = inside.get(place);
        last.add(new ArrayList<>());
        lastPlace = place;
      }
      last.getLast().add(sign);
    }
  }

  private static int between(List<Double> edges, double position) {
    for (int i = 0; i + 1 < edges.size(); i++) {
      if (edges.get(i) <= position && position < edges.get(i + 1)) {
        return i;
      }
    }
    return -1;
  }

  private static List<GridCell> row(
      int row, List<List<List<Sign>>> inside, int[] anchors, int width) {
    List<GridCell> cells = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      int place = row * width + column;
      if (anchors[place] == place) {
        int right = column;
        while (right + 1 < width && anchors[row * width + right + 1] == place) {
          right++;
        }
        int below = place;
        while (below + width < anchors.length && anchors[below + width] == place) {
          below += width;
        }
        int rowSpan = (below - place) / width + 1;
        cells.add(new GridCell(words(inside.get(place)), column, rowSpan, right - column + 1));
      }
    }
    return cells;
  }

  /** A cell's lines are joined: what a cell breaks, it breaks for want of room. */
  private static List<String> words(List<List<Sign>> lines) {
    StringBuilder words = new StringBuilder();
    List<PdfLine> sorted =
        lines.stream().map(PdfLine::of).sorted(Comparator.comparingDouble(PdfLine::top)).toList();
    for (PdfLine line : sorted) {
      boolean apart =
          !words.isEmpty()
              && !line.text().isEmpty()
              && PlainWords.needBlank(
                  words.codePointBefore(words.length()), line.text().codePointAt(0));
      words.append(apart ? " " : "").append(line.text());
    }
    return words.isEmpty() ? List.of() : List.of(words.toString());
  }

  /** For each place the place at the top left of the cell that covers it. */
  private int[] anchors(int height, int width) {
    int[] anchors = new int[height * width];
    Arrays.fill(anchors, -1);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        if (anchors[row * width + column] < 0) {
          cover(anchors, row, column, width, height);
        }
      }
    }
    return anchors;
  }

  private void cover(int[] anchors, int row, int column, int width, int height) {
    int right = column;
    while (right + 1 < width
        && anchors[row * width + right + 1] < 0
        && !isRuled(true, columns.get(right + 1), middle(rows, row))) {
      right++;
    }
    int below = row;
    while (below + 1 < height && isOpenBelow(below, column, right)) {
      below++;
    }
    for (int i = row; i <= below; i++) {
      for (int j = column; j <= right; j++) {
        anchors[i * width + j] = row * width + column;
      }
    }
  }

  private boolean isOpenBelow(int row, int from, int to) {
    for (int column = from; column <= to; column++) {
      if (isRuled(false, rows.get(row + 1), middle(columns, column))) {
        return false;
      }
    }
    return true;
  }

  private static double middle(List<Double> edges, int index) {
    return (edges.get(index) + edges.get(index + 1)) / 2;
  }

  private boolean isRuled(boolean upright, double at, double along) {
    return (upright ? uprights : levels)
        .subMap(at - SAME_POINTS, true, at + SAME_POINTS, true).values().stream()
            .flatMap(List::stream)
            .anyMatch(rule -> rule.from() <= along && along <= rule.to());
  }
}
