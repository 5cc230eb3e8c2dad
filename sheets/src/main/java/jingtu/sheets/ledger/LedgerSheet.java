package jingtu.sheets.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.sheets.Cell;
import jingtu.sheets.CellArea;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Row;

/**
 * One sheet taken apart: what stands above the header, the header, the entries, and the rows that
 * are none.
 */
record LedgerSheet(
    String sheet,
    List<Cell> titles,
    List<Cell> notes,
    TableHead head,
    Optional<Integer> numberedBy,
    List<LedgerRow> rows,
    List<LeftOut> leftOut,
    List<CellFinding> doubts) {

  /** Takes a sheet apart; empty where it has no header. */
  static Optional<LedgerSheet> read(String sheet, List<Row> rows, List<CellArea> merged) {
    return TableHead.find(rows, merged).map(head -> new Reader(sheet, rows, merged, head).read());
  }

  /** What a row below the header looks like by itself. */
  private enum Look {
    ENTRY,
    /** One cell, which may be an entry, a heading or a remark. */
    ALONE,
    TOTAL,
    REPEATED_HEADER,
    REPEATED_TITLE,
    REMARK,
    NUMBERED_ONLY
  }

  private static final class Reader {

    /** Share of a row's cells that must repeat the header. */
    private static final double REPEATS = 0.8;

    /** A total is named in one of the first cells of its row. */
    private static final int LABEL_AMONG = 3;

    private static final int SEQUENCE_AMONG = 3;

    private final String sheet;
    private final List<Row> above;
    private final List<Row> below;
    private final Areas areas;
    private final TableHead head;
    private final Optional<Integer> numberedBy;
    private final Set<String> textsAbove;
    private final Map<Integer, Set<String>> headerTexts = new HashMap<>();

    Reader(String sheet, List<Row> all, List<CellArea> merged, TableHead head) {
      List<Row> rows = all.stream().filter(row -> !row.isEmpty()).toList();
      this.sheet = sheet;
      this.areas = new Areas(merged);
      this.head = head;
      above = rows.stream().filter(row -> row.number() < head.first()).toList();
      below = rows.stream().filter(row -> row.number() > head.last()).toList();
      numberedBy = sequenceColumn();
      textsAbove =
          above.stream()
              .flatMap(row -> filled(row).stream())
              .map(cell -> Word.key(cell.text()))
              .collect(Collectors.toSet());
      for (Cell cell : head.cells()) {
        headerTexts
            .computeIfAbsent(cell.address().column(), column -> new HashSet<>())
            .add(Word.key(cell.text()));
      }
    }

    private Optional<Integer> sequenceColumn() {
      Optional<Integer> named =
          head.headings().stream()
              .filter(it -> it.column() <= SEQUENCE_AMONG && Word.SEQUENCE.is(it.name()))
              .map(Heading::column)
              .findFirst();
      boolean firstIsNamed = head.headings().stream().anyMatch(it -> it.column() == 1);
      List<String> first =
          below.stream()
              .map(row -> row.cell(1))
              .filter(cell -> !cell.isEmpty())
              .map(Cell::text)
              .toList();
      boolean counts = !first.isEmpty() && first.stream().allMatch(Texts::isOrdinal);
      return named.or(() -> !firstIsNamed && counts ? Optional.of(1) : Optional.empty());
    }

    LedgerSheet read() {
      List<Cell> titles = new ArrayList<>();
      List<Cell> notes = new ArrayList<>();
      for (Row row : above) {
        List<Cell> filled = filled(row);
        boolean title = titles.isEmpty() && filled.size() == 1 && isTitle(filled.getFirst());
        (title ? titles : notes).addAll(filled);
      }
      List<LedgerRow> rows = new ArrayList<>();
      List<LeftOut> leftOut = new ArrayList<>();
      List<CellFinding> doubts = new ArrayList<>();
      List<Look> looks = below.stream().map(this::look).toList();
      int lastEntry = looks.lastIndexOf(Look.ENTRY);
      for (int i = 0; i < below.size(); i++) {
        Row row = below.get(i);
        Optional<LeftOut.Reason> reason = reason(row, looks.get(i), i > lastEntry);
        if (reason.isPresent()) {
          leftOut.add(new LeftOut(sheet, row.number(), reason.get(), filled(row)));
        } else {
          rows.add(entry(row));
          doubts.addAll(doubts(row, looks.get(i)));
        }
      }
      return new LedgerSheet(sheet, titles, notes, head, numberedBy, rows, leftOut, doubts);
    }

    private static List<Cell> filled(Row row) {
      return row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    }

    private static boolean isTitle(Cell cell) {
      String key = Word.key(cell.text());
      return !Texts.isLabelled(key) && !Word.ATTACHMENT.begins(key) && !key.startsWith("(");
    }

    private Look look(Row row) {
      List<Cell> filled = filled(row);
      if (repeatsHeader(filled)) {
        return Look.REPEATED_HEADER;
      }
      if (filled.stream().allMatch(cell -> textsAbove.contains(Word.key(cell.text())))) {
        return Look.REPEATED_TITLE;
      }
      if (filled.size() == 1 && isSequence(filled.getFirst()) && filledDown(row).isEmpty()) {
        return Look.NUMBERED_ONLY;
      }
      if (isTotal(filled)) {
        return Look.TOTAL;
      }
      if (isRemark(filled)) {
        return Look.REMARK;
      }
      return filled.size() + filledDown(row).size() == 1 ? Look.ALONE : Look.ENTRY;
    }

    private boolean repeatsHeader(List<Cell> filled) {
      long same =
          filled.stream()
              .filter(
                  cell ->
                      headerTexts
                          .getOrDefault(cell.address().column(), Set.of())
                          .contains(Word.key(cell.text())))
              .count();
      return same >= Math.max(1, REPEATS * filled.size()) && (same > 1 || filled.size() == 1);
    }

    private boolean isSequence(Cell cell) {
      return numberedBy.map(column -> cell.address().column() == column).orElse(false)
          && Texts.isOrdinal(cell.text());
    }

    private boolean isTotal(List<Cell> filled) {
      List<Cell> first =
          filled.stream().filter(cell -> cell.kind() == Cell.Kind.TEXT).limit(LABEL_AMONG).toList();
      if (first.stream().anyMatch(cell -> Texts.isTotal(cell.text()))) {
        return true;
      }
      return filled.stream().noneMatch(this::isSequence)
          && first.stream().anyMatch(cell -> Texts.isTotalOfSomething(cell.text()))
          && filled.stream()
              .allMatch(
                  cell -> Texts.isTotalOfSomething(cell.text()) || Texts.isFigureOrNothing(cell));
    }

    private boolean isRemark(List<Cell> filled) {
      boolean few = filled.size() == 1 || 2 * filled.size() <= head.headings().size();
      return few
          && filled.stream().noneMatch(this::isSequence)
          && (Texts.isRemark(filled.getFirst().text())
              || filled.stream().allMatch(cell -> Texts.isLabelled(cell.text())));
    }

    /** Why a row is no entry; empty where it is one. */
    private Optional<LeftOut.Reason> reason(Row row, Look look, boolean behindEntries) {
      return switch (look) {
        case ENTRY -> Optional.empty();
        case ALONE -> ofOneCell(filled(row).getFirst(), behindEntries);
        case TOTAL -> Optional.of(LeftOut.Reason.TOTAL);
        case REPEATED_HEADER -> Optional.of(LeftOut.Reason.REPEATED_HEADER);
        case REPEATED_TITLE -> Optional.of(LeftOut.Reason.REPEATED_TITLE);
        case REMARK -> Optional.of(LeftOut.Reason.REMARK);
        case NUMBERED_ONLY -> Optional.of(LeftOut.Reason.NUMBERED_ONLY);
      };
    }

    private Optional<LeftOut.Reason> ofOneCell(Cell cell, boolean behindEntries) {
      if (head.headings().size() == 1) {
        return Optional.empty();
      }
      if (behindEntries) {
        return Optional.of(LeftOut.Reason.REMARK);
      }
      int half = head.headings().size() / 2;
      boolean spans =
          areas.from(cell).map(area -> area.right() - area.left() >= half).orElse(false);
      return spans || cell.address().column() == 1
          ? Optional.of(LeftOut.Reason.SECTION)
          : Optional.empty();
    }

    /** What merged cells above a row stand for in it. */
    private List<LedgerCell> filledDown(Row row) {
      List<LedgerCell> cells = new ArrayList<>();
      for (CellArea area : areas.reachingInto(row.number())) {
        boolean sequence = numberedBy.map(column -> column == area.left()).orElse(false);
        Cell own = row.cell(area.left());
        Cell top = cellAt(area.top(), area.left());
        if (!sequence && own.isEmpty() && !top.isEmpty()) {
          cells.add(cell(area.left(), top));
        }
      }
      return cells;
    }

    private Cell cellAt(int number, int column) {
      int low = 0;
      int high = below.size() - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (below.get(middle).number() < number) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      Row row = below.get(low);
      return row.number() == number
          ? row.cell(column)
          : new Row(sheet, number, List.of()).cell(column);
    }

    private static LedgerCell cell(int column, Cell from) {
      return new LedgerCell(column, from.address(), from.kind(), Texts.shown(from));
    }

    private LedgerRow entry(Row row) {
      List<LedgerCell> cells = new ArrayList<>(filledDown(row));
      Optional<Cell> sequence = Optional.empty();
      for (Cell cell : filled(row)) {
        int column = cell.address().column();
        if (numberedBy.isPresent() && numberedBy.get() == column) {
          sequence = Optional.of(cell);
        } else {
          cells.add(cell(column, cell));
        }
      }
      cells.sort(Comparator.comparingInt(LedgerCell::column));
      return new LedgerRow(sheet, row.number(), sequence, cells);
    }

    private List<CellFinding> doubts(Row row, Look look) {
      List<CellFinding> doubts = new ArrayList<>(row.faults());
      List<Cell> filled = filled(row);
      if (look == Look.ALONE) {
        doubts.add(Doubts.at(filled.getFirst().address(), "lone-value", filled.getFirst().text()));
      }
      for (Cell cell : filled) {
        areas
            .from(cell)
            .filter(area -> area.right() > area.left() && !isOneHeading(area))
            .ifPresent(area -> doubts.add(Doubts.at(cell.address(), "merged-across", cell.text())));
      }
      return doubts;
    }

    /** Whether one heading stands over all columns of an area. */
    private boolean isOneHeading(CellArea area) {
      return head.headings().stream()
              .filter(it -> it.column() >= area.left() && it.column() <= area.right())
              .map(it -> it.group() + "/" + it.name())
              .distinct()
              .count()
          <= 1;
    }
  }
}
