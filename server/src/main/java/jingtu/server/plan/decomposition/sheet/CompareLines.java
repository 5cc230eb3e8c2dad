package jingtu.server.plan.decomposition.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;

/** Holds the lines of a table against the items of a plan. Nothing is stored. */
final class CompareLines {

  private static final Set<WorkItemColumn> PRINTED =
      Set.of(WorkItemColumn.HEADING, WorkItemColumn.TASK, WorkItemColumn.SENTENCE);

  /** The language in which texts are compared; a cell is read in either. */
  private static final Language COMPARED = Language.ZH;

  private final List<WorkItem> items;
  private final Language language;
  private final Set<CellFinding> findings = new LinkedHashSet<>();
  private final List<WorkItem> newerHere = new ArrayList<>();
  private final Map<String, ItemSource> sources = new HashMap<>();

  private CompareLines(List<WorkItem> items, Language language) {
    this.items = items;
    this.language = language;
    items.stream()
        .filter(item -> !item.sentence().isBlank())
        .forEach(item -> sources.putIfAbsent(printed(item.task(), item.sentence()), item.source()));
  }

  /** The differences, with texts in the reader's language. */
  static Differences of(List<TableLine> lines, List<WorkItem> items, Language language) {
    return new CompareLines(items, language).compare(lines);
  }

  private Differences compare(List<TableLine> lines) {
    Map<String, WorkItem> byCode =
        items.stream().collect(Collectors.toMap(WorkItem::code, Function.identity()));
    Map<String, TableLine> coded = new LinkedHashMap<>();
    List<TableLine> uncoded = new ArrayList<>();
    for (TableLine line : lines) {
      String code = line.text(WorkItemColumn.CODE);
      if (!byCode.containsKey(code)) {
        uncoded.add(line);
      } else if (coded.putIfAbsent(code, line) != null) {
        find(line, WorkItemColumn.CODE, Message.of("returned-table.code-twice", code));
      }
    }
    List<Differences.Changed> changed = new ArrayList<>();
    int unchanged = 0;
    for (Map.Entry<String, TableLine> entry : coded.entrySet()) {
      WorkItem item = byCode.get(entry.getKey());
      if (item == null) {
        continue;
      }
      int before = findings.size();
      List<CellChange> cells = changes(entry.getValue(), item);
      if (!cells.isEmpty()) {
        changed.add(new Differences.Changed(entry.getValue().id(), item, cells));
      } else if (findings.size() == before) {
        unchanged++;
      }
    }
    List<WorkItem> free = items.stream().filter(item -> !coded.containsKey(item.code())).toList();
    List<Lookalikes.Pair> pairs = Lookalikes.find(uncoded, free);
    return differences(lines, uncoded, free, pairs, changed, unchanged);
  }

  private Differences differences(
      List<TableLine> lines,
      List<TableLine> uncoded,
      List<WorkItem> free,
      List<Lookalikes.Pair> pairs,
      List<Differences.Changed> changed,
      int unchanged) {
    Set<LineId> paired = new HashSet<>();
    Set<WorkItemId> meant = new HashSet<>();
    List<Differences.Lookalike> lookalikes = new ArrayList<>();
    for (Lookalikes.Pair pair : pairs) {
      paired.add(pair.line().id());
      meant.add(pair.item().id());
      int before = findings.size();
      List<CellChange> cells = changes(pair.line(), pair.item());
      Optional<WorkItem> asNew = findings.size() == before ? added(pair.line()) : Optional.empty();
      lookalikes.add(
          new Differences.Lookalike(pair.line().id(), pair.item(), pair.likeness(), cells, asNew));
    }
    List<Differences.Added> added = new ArrayList<>();
    for (TableLine line : uncoded) {
      if (!paired.contains(line.id())) {
        added(line)
            .map(item -> new Differences.Added(line.id(), line.text(WorkItemColumn.CODE), item))
            .ifPresent(added::add);
      }
    }
    Set<String> concerned = concerned(lines);
    List<WorkItem> absent = free.stream().filter(item -> !meant.contains(item.id())).toList();
    List<WorkItem> missing =
        absent.stream().filter(item -> concerned.contains(organisation(item))).toList();
    return new Differences(
        changed,
        lookalikes,
        added,
        missing,
        unchanged,
        newerHere,
        absent.size() - missing.size(),
        List.copyOf(findings));
  }

  /**
   * The organisations of which the table says anything, as it names them and as they are stored.
   */
  private Set<String> concerned(List<TableLine> lines) {
    Set<String> codes =
        lines.stream().map(line -> line.text(WorkItemColumn.CODE)).collect(Collectors.toSet());
    Set<String> concerned =
        lines.stream()
            .map(line -> CellText.comparable(line.text(WorkItemColumn.ORGANISATION)))
            .collect(Collectors.toSet());
    items.stream()
        .filter(item -> codes.contains(item.code()))
        .forEach(item -> concerned.add(organisation(item)));
    return concerned;
  }

  private static String organisation(WorkItem item) {
    return CellText.comparable(item.organisation());
  }

  private List<CellChange> changes(TableLine line, WorkItem item) {
    List<CellChange> changes = new ArrayList<>();
    boolean newer = false;
    for (WorkItemColumn column : WorkItemColumn.values()) {
      TableLine.Told told = line.told().get(column);
      if (column == WorkItemColumn.CODE || told == null || told.inherited()) {
        continue;
      }
      if (told.isError()) {
        find(line, column, Message.of("returned-table.error", told.text()));
        continue;
      }
      String before = CellText.comparable(column.text(item, COMPARED));
      if (saysNothing(column, told, before)) {
        continue;
      }
      Optional<WorkItem> read = read(line, column, item, told.text());
      String after = read.map(it -> CellText.comparable(column.text(it, COMPARED))).orElse(before);
      if (read.isEmpty() || after.equals(before)) {
        continue;
      }
      if (line.stamp().filter(stamp -> stamp.said(column, after)).isPresent()) {
        newer = true;
      } else if (PRINTED.contains(column) && item.source() instanceof ItemSource.OfPlan) {
        find(line, column, Message.of("returned-table.printed"));
      } else {
        changes.add(
            new CellChange(
                column,
                told.at(),
                column.text(item, language),
                column.text(read.get(), language),
                kind(line, column, told, before)));
      }
    }
    if (newer) {
      newerHere.add(item);
    }
    return changes;
  }

  /** A printed text may be left out, and what an item cannot be without may stand above alone. */
  private static boolean saysNothing(WorkItemColumn column, TableLine.Told told, String before) {
    if (!told.text().isEmpty()) {
      return false;
    }
    boolean needed = column == WorkItemColumn.ORGANISATION || column == WorkItemColumn.ROLE;
    return PRINTED.contains(column) || (needed && isAbove(told, before));
  }

  private static boolean isAbove(TableLine.Told told, String before) {
    return told.above().filter(above -> CellText.comparable(above).equals(before)).isPresent();
  }

  private static CellChange.Kind kind(
      TableLine line, WorkItemColumn column, TableLine.Told told, String before) {
    if (line.stamp().filter(stamp -> !stamp.said(column, before)).isPresent()) {
      return CellChange.Kind.CONFLICT;
    }
    return told.text().isEmpty() && isAbove(told, before)
        ? CellChange.Kind.DOUBTFUL
        : CellChange.Kind.PLAIN;
  }

  /** The item with what the cell says; where that cannot be understood, a finding and nothing. */
  private Optional<WorkItem> read(
      TableLine line, WorkItemColumn column, WorkItem item, String text) {
    Optional<WorkItem> read = column.read(item, text);
    if (read.isEmpty()) {
      find(line, column, unreadable(column, text));
    }
    return read;
  }

  private static Message unreadable(WorkItemColumn column, String text) {
    return switch (column) {
      case ORGANISATION -> Message.of("returned-table.no-organisation");
      case ROLE -> Message.of("returned-table.no-role", text);
      case YEARS -> Message.of("returned-table.no-years", text);
      case MILESTONES -> Message.of("returned-table.no-milestones", text);
      default -> Message.of("returned-table.not-understood", text);
    };
  }

  /** The item that a line makes; empty where it lacks something, which is a finding. */
  private Optional<WorkItem> added(TableLine line) {
    int before = findings.size();
    WorkItem item = blank(line);
    for (WorkItemColumn column : WorkItemColumn.values()) {
      TableLine.Told told = line.told().get(column);
      if (told != null && told.isError()) {
        find(line, column, Message.of("returned-table.error", told.text()));
      } else if (told != null && !told.text().isEmpty()) {
        item = read(line, column, item, told.text()).orElse(item);
      }
    }
    if (item.organisation().isEmpty()) {
      find(line, WorkItemColumn.ORGANISATION, Message.of("returned-table.no-organisation"));
    }
    if ((item.task() + item.sentence() + item.work()).isBlank()) {
      find(line, WorkItemColumn.WORK, Message.of("returned-table.no-work"));
    }
    return findings.size() == before ? Optional.of(item) : Optional.empty();
  }

  /** Nothing but where it comes from: the same task and sentence as another item, or this table. */
  private WorkItem blank(TableLine line) {
    ItemSource source =
        Optional.ofNullable(
                sources.get(
                    printed(line.text(WorkItemColumn.TASK), line.text(WorkItemColumn.SENTENCE))))
            .orElseGet(ItemSource.ByHand::new);
    return NewItems.blank(source);
  }

  private static String printed(String task, String sentence) {
    return CellText.comparable(task) + '\n' + CellText.comparable(sentence);
  }

  private void find(TableLine line, WorkItemColumn column, Message problem) {
    findings.add(new CellFinding(line.at(column), problem, Message.of("returned-table.remedy")));
  }
}
