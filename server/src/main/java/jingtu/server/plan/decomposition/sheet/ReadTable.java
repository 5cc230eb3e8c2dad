package jingtu.server.plan.decomposition.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.Blanks;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.HeaderText;
import jingtu.sheets.Row;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * Takes one table apart: below titles, past repeated headers, totals and remarks, each row into
 * what it says of one or several pieces of work.
 */
final class ReadTable {

  private static final Set<WorkItemColumn> PRINTED =
      Set.of(WorkItemColumn.HEADING, WorkItemColumn.TASK, WorkItemColumn.SENTENCE);

  /** Between organisations in a cell; commas and the like in brackets are part of a name. */
  private static final Pattern SEPARATOR =
      Pattern.compile("[;,\\n\uFF1B\uFF0C\u3001]+(?![^(\uFF08]*[)\uFF09])");

  private static final Pattern CODE = Pattern.compile("[\\w.\\-]+");

  private static final List<String> TOTALS = words("returned-table.words.total");
  private static final List<String> REMARKS = words("returned-table.words.remark");

  private final int number;
  private final SheetTable table;
  private final SheetTable.Cells cells;
  private final Fields fields;
  private final List<TableLine> lines = new ArrayList<>();
  private final List<PassedOver> notes = new ArrayList<>();
  private final List<CellFinding> findings = new ArrayList<>();
  private final Map<WorkItemColumn, TableLine.Told> last = new EnumMap<>(WorkItemColumn.class);
  private TableHeader header;

  private ReadTable(int number, SheetTable table, TableHeader header, Fields fields) {
    this.number = number;
    this.table = table;
    this.cells = table.cells();
    this.header = header;
    this.fields = fields;
  }

  /** What a table says. */
  record Read(List<TableLine> lines, List<PassedOver> notes, List<CellFinding> findings) {
    Read {
      lines = List.copyOf(lines);
      notes = List.copyOf(notes);
      findings = List.copyOf(findings);
    }
  }

  /** Reads the rows below the header; {@code number} counts the file's tables from 1. */
  static Read of(int number, SheetTable table, TableHeader header, Fields fields) {
    return new ReadTable(number, table, header, fields).read();
  }

  private Read read() {
    findings.addAll(header.findings());
    for (Row row : table.rows()) {
      if (row.number() > header.last() && !row.isEmpty()) {
        findings.addAll(row.faults());
        if (!isPassedOver(row)) {
          takeApart(row);
        }
      }
    }
    return new Read(lines, notes, findings);
  }

  private boolean isPassedOver(Row row) {
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    Optional<TableHeader> repeated = header.repeatedIn(row, fields);
    if (repeated.isPresent()) {
      header = repeated.get();
      return note(row, PassedOver.Kind.HEADER, filled);
    }
    String first = HeaderText.comparable(filled.getFirst().text());
    if (TOTALS.contains(first)) {
      return note(row, PassedOver.Kind.TOTAL, filled);
    }
    boolean alone = filled.size() == 1;
    if (REMARKS.stream().anyMatch(word -> isRemark(first, word, alone))) {
      return note(row, PassedOver.Kind.REMARK, filled);
    }
    if (alone && isAcross(row, filled.getFirst())) {
      tell(WorkItemColumn.HEADING, told(filled.getFirst(), filled.getFirst().text(), false));
      return note(row, PassedOver.Kind.CHAPTER, filled);
    }
    return false;
  }

  private boolean note(Row row, PassedOver.Kind kind, List<Cell> filled) {
    String text = filled.stream().map(Cell::text).limit(4).collect(Collectors.joining(" "));
    notes.add(new PassedOver(table.name(), row.number(), kind, text));
    return true;
  }

  private static boolean isRemark(String first, String word, boolean alone) {
    return first.startsWith(word + ":") || (alone && first.startsWith(word));
  }

  /** Whether a row's one cell lies over the table as a heading does, and none above spans it. */
  private boolean isAcross(Row row, Cell only) {
    boolean spokenFor =
        header.columns().keySet().stream()
            .filter(column -> column != only.address().column())
            .anyMatch(
                column -> cells.speaking(row, column).filter(cell -> !cell.isEmpty()).isPresent());
    boolean isCode =
        header.has(TableField.CODE, only.address().column()) && CODE.matcher(only.text()).matches();
    return !spokenFor
        && !isCode
        && !header.has(TableField.HEADING, only.address().column())
        && header.organisations().stream().noneMatch(c -> c == only.address().column())
        && !only.text().isBlank();
  }

  private void takeApart(Row row) {
    Map<WorkItemColumn, TableLine.Told> told = told(row);
    if (told.values().stream().allMatch(one -> one.text().isEmpty())
        && organisations(row).isEmpty()) {
      return;
    }
    Optional<RowStamp> stamp =
        header
            .find(TableField.STAMP)
            .flatMap(column -> cells.speaking(row, column))
            .flatMap(cell -> RowStamp.read(cell.text()));
    boolean known = !header.namesRoles() && !textOf(told, WorkItemColumn.CODE).isEmpty();
    remember(told);
    if (known) {
      lines.add(
          new TableLine(
              new LineId(number, row.number(), 1), table.name(), row.number(), told, stamp));
    } else {
      inherit(told);
      split(row, told);
    }
  }

  private Map<WorkItemColumn, TableLine.Told> told(Row row) {
    Map<WorkItemColumn, TableLine.Told> told = new EnumMap<>(WorkItemColumn.class);
    header
        .columns()
        .forEach(
            (column, field) ->
                field
                    .column()
                    .ifPresent(
                        own ->
                            cells
                                .speaking(row, column)
                                .ifPresent(
                                    cell ->
                                        told.put(own, told(cell, CellText.of(cell, own), own)))));
    if (header.namesRoles()) {
      told.remove(WorkItemColumn.CODE);
    }
    return told;
  }

  private TableLine.Told told(Cell cell, String text, WorkItemColumn column) {
    Optional<String> above =
        text.isEmpty()
            ? Optional.ofNullable(last.get(column)).map(TableLine.Told::text)
            : Optional.empty();
    return new TableLine.Told(cell.address(), text, cell.kind() == Cell.Kind.ERROR, above, false);
  }

  private static TableLine.Told told(Cell cell, String text, boolean inherited) {
    return new TableLine.Told(
        cell.address(), text, cell.kind() == Cell.Kind.ERROR, Optional.empty(), inherited);
  }

  /** A new chapter has no task above it, and a new task no sentence. */
  private void remember(Map<WorkItemColumn, TableLine.Told> told) {
    for (WorkItemColumn column : WorkItemColumn.values()) {
      TableLine.Told one = told.get(column);
      if (one != null && !one.text().isEmpty()) {
        tell(column, one);
      }
    }
  }

  private void tell(WorkItemColumn column, TableLine.Told told) {
    TableLine.Told before = last.put(column, told);
    boolean another = before == null || !before.text().equals(told.text());
    if (another && column == WorkItemColumn.HEADING) {
      last.remove(WorkItemColumn.TASK);
    }
    if (another && (column == WorkItemColumn.HEADING || column == WorkItemColumn.TASK)) {
      last.remove(WorkItemColumn.SENTENCE);
    }
  }

  /** What is printed above a row holds for it where the row leaves it out. */
  private void inherit(Map<WorkItemColumn, TableLine.Told> told) {
    boolean newTask = !textOf(told, WorkItemColumn.TASK).isEmpty();
    for (WorkItemColumn column : PRINTED) {
      boolean open = textOf(told, column).isEmpty();
      TableLine.Told above = last.get(column);
      if (open && above != null && !(column == WorkItemColumn.SENTENCE && newTask)) {
        told.put(
            column, new TableLine.Told(above.at(), above.text(), false, Optional.empty(), true));
      }
    }
  }

  /** One organisation of a row, and in what role the table names it. */
  private record Named(Cell cell, String organisation, Optional<ItemRole> role) {}

  private void split(Row row, Map<WorkItemColumn, TableLine.Told> told) {
    List<Named> named = organisations(row);
    if (named.isEmpty()) {
      lines.add(
          new TableLine(
              new LineId(number, row.number(), 1),
              table.name(),
              row.number(),
              told,
              Optional.empty()));
    }
    for (int i = 0; i < named.size(); i++) {
      Map<WorkItemColumn, TableLine.Told> part = new EnumMap<>(WorkItemColumn.class);
      part.putAll(told);
      Named one = named.get(i);
      part.put(WorkItemColumn.ORGANISATION, told(one.cell(), one.organisation(), false));
      one.role()
          .ifPresent(
              role ->
                  part.put(WorkItemColumn.ROLE, told(one.cell(), role.word(Language.ZH), false)));
      lines.add(
          new TableLine(
              new LineId(number, row.number(), i + 1),
              table.name(),
              row.number(),
              part,
              Optional.empty()));
    }
  }

  /** The organisations that a row names, each once in each role. */
  private List<Named> organisations(Row row) {
    List<Named> named = new ArrayList<>();
    for (int column : header.organisations()) {
      TableField field = header.columns().get(column);
      Optional<Cell> cell = cells.speaking(row, column);
      if (cell.isEmpty() || field == null) {
        continue;
      }
      Optional<ItemRole> role = field.role().or(() -> header.usualRole());
      for (String name : names(cell.get().text())) {
        boolean twice =
            named.stream()
                .anyMatch(one -> one.organisation().equals(name) && one.role().equals(role));
        if (!twice) {
          named.add(new Named(cell.get(), name, role));
        }
      }
    }
    return named;
  }

  private static List<String> names(String cell) {
    return Arrays.stream(SEPARATOR.split(cell))
        .map(Blanks::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String textOf(Map<WorkItemColumn, TableLine.Told> told, WorkItemColumn column) {
    TableLine.Told one = told.get(column);
    return one == null ? "" : one.text();
  }

  /** The words of a message in all languages, in the form in which headings are compared. */
  private static List<String> words(String key) {
    return Arrays.stream(Language.values())
        .map(language -> Messages.say(new Message(key, List.of()), language).split("\\|"))
        .map(Arrays::asList)
        .flatMap(Collection::stream)
        .map(HeaderText::comparable)
        .toList();
  }
}
