package jingtu.server.plan.decomposition.sheet;

import static jingtu.testing.Seeded.oneOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Language;

/**
 * A table of made items that somebody edited at random, and what must be said of it. The edits are
 * made on what rows mean; how that is laid out in cells, with which noise, is decided afterwards.
 */
final class EditedTable {

  private static final Set<WorkItemColumn> PRINTED =
      Set.of(WorkItemColumn.HEADING, WorkItemColumn.TASK, WorkItemColumn.SENTENCE);
  private static final List<String> ORGANISATIONS =
      List.of("净原县财政局", "净原县水利局", "石漪镇人民政府", "丹圃镇人民政府");
  private static final String UNKNOWN = "补充意见";

  /** What a row of the table is; {@code code} is empty for an added one. */
  private record Body(String code, Map<WorkItemColumn, String> says) {}

  private final RandomGenerator random;
  private final List<WorkItem> items = new ArrayList<>();
  private final List<Body> bodies = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<int[]> merged = new ArrayList<>();

  /** The rows of the bodies in the table, counted from 0. */
  private final List<Integer> places = new ArrayList<>();

  /** The body whose cell speaks for another's, by body and column. */
  private final Map<Integer, Map<WorkItemColumn, Integer>> speakers = new java.util.HashMap<>();

  private int counter;

  private EditedTable(RandomGenerator random) {
    this.random = random;
  }

  static EditedTable make(RandomGenerator random) {
    EditedTable table = new EditedTable(random);
    table.makeItems();
    table.edit();
    table.layOut();
    return table;
  }

  List<WorkItem> items() {
    return items;
  }

  TableWriter.Grid grid() {
    return new TableWriter.Grid(rows, merged);
  }

  private void makeItems() {
    int count = random.nextInt(1, 14);
    for (int i = 0; i < count; i++) {
      WorkItem item = InventedItems.blank((i / 4 + 1) + "-" + (i % 4 + 1));
      for (WorkItemColumn column : WorkItemColumn.values()) {
        if (column != WorkItemColumn.CODE) {
          item = InventedItems.with(item, column, value(column));
        }
      }
      items.add(item);
      bodies.add(new Body(item.code(), says(item)));
    }
  }

  private static Map<WorkItemColumn, String> says(WorkItem item) {
    Map<WorkItemColumn, String> says = new EnumMap<>(WorkItemColumn.class);
    for (WorkItemColumn column : WorkItemColumn.values()) {
      says.put(column, column.text(item, Language.ZH));
    }
    return says;
  }

  /** A value that no other cell has, but for organisations and roles. */
  private String value(WorkItemColumn column) {
    counter++;
    return switch (column) {
      case ORGANISATION -> oneOf(random, ORGANISATIONS);
      case ROLE -> oneOf(random, List.of(ItemRole.values())).word(Language.ZH);
      case DEADLINE ->
          random.nextBoolean()
              ? "20%02d-%02d-%02d".formatted(10 + counter % 80, counter % 12 + 1, counter % 28 + 1)
              : "收到书面通知后" + counter + "日内";
      case YEARS -> "2026年：修%d处；2027年：修%d处".formatted(counter, counter + 1);
      case MILESTONES -> "2026-06-30 办妥%d件".formatted(counter);
      default -> random.nextInt(5) == 0 && !PRINTED.contains(column) ? "" : "逐户登记第" + counter + "批";
    };
  }

  private void edit() {
    for (int edits = random.nextInt(6); edits > 0; edits--) {
      Body body = oneOf(random, bodies);
      WorkItemColumn column = oneOf(random, List.of(WorkItemColumn.values()));
      if (column != WorkItemColumn.CODE) {
        body.says().put(column, value(column));
      }
    }
    if (random.nextBoolean() && bodies.size() > 1) {
      bodies.remove(random.nextInt(bodies.size()));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(bodies, new Random(random.nextLong()));
    }
    for (int added = random.nextInt(3); added > 0; added--) {
      Map<WorkItemColumn, String> says = new EnumMap<>(WorkItemColumn.class);
      for (WorkItemColumn column : WorkItemColumn.values()) {
        says.put(column, column == WorkItemColumn.CODE ? "" : value(column));
      }
      says.put(WorkItemColumn.ORGANISATION, "增补单位" + counter + "站");
      bodies.add(random.nextInt(bodies.size() + 1), new Body("", says));
    }
  }

  private void layOut() {
    for (WorkItemColumn column : WorkItemColumn.values()) {
      boolean needed =
          Set.of(
                  WorkItemColumn.CODE,
                  WorkItemColumn.ORGANISATION,
                  WorkItemColumn.ROLE,
                  WorkItemColumn.WORK,
                  WorkItemColumn.TASK)
              .contains(column);
      if (needed || random.nextInt(6) > 0) {
        columns.add(column.name());
      }
    }
    if (random.nextBoolean()) {
      Collections.shuffle(columns, new Random(random.nextLong()));
    }
    if (random.nextBoolean()) {
      columns.add(random.nextInt(columns.size() + 1), UNKNOWN);
    }
    for (int titles = random.nextInt(3); titles > 0; titles--) {
      rows.add(List.of(oneOf(random, List.of("附件2", "净原县任务分解表", "（征求意见稿）"))));
    }
    rows.add(headings());
    merge();
    for (int i = 0; i < bodies.size(); i++) {
      if (i > 0 && !isInside(i) && random.nextInt(6) == 0) {
        rows.add(headings());
      }
      places.add(rows.size());
      rows.add(cells(bodies.get(i)));
    }
    speakers.clear();
    areas();
    if (random.nextBoolean()) {
      rows.add(List.of("合计", bodies.size() + "项"));
    }
    if (random.nextBoolean()) {
      rows.add(List.of("备注：各单位如有意见请书面反馈。"));
    }
  }

  /** A span of bodies that share a cell. */
  private record Span(WorkItemColumn column, int first, int last) {}

  private final List<Span> spans = new ArrayList<>();

  private void merge() {
    for (int tries = random.nextInt(3); tries > 0; tries--) {
      WorkItemColumn column = oneOf(random, List.of(WorkItemColumn.values()));
      int first = random.nextInt(bodies.size());
      int last = Math.min(bodies.size() - 1, first + random.nextInt(1, 4));
      boolean free =
          spans.stream()
              .noneMatch(s -> s.column() == column && s.first() <= last && s.last() >= first);
      boolean touchesAdded =
          column == WorkItemColumn.ORGANISATION
              && bodies.subList(first, last + 1).stream().anyMatch(b -> b.code().isEmpty());
      if (column == WorkItemColumn.CODE || last == first || !free || touchesAdded) {
        continue;
      }
      spans.add(new Span(column, first, last));
      String value = bodies.get(first).says().getOrDefault(column, "");
      bodies.subList(first, last + 1).forEach(body -> body.says().put(column, value));
    }
  }

  private boolean isInside(int body) {
    return spans.stream().anyMatch(span -> span.first() < body && body <= span.last());
  }

  private void areas() {
    for (Span span : spans) {
      int column = columns.indexOf(span.column().name());
      if (column >= 0) {
        merged.add(new int[] {places.get(span.first()), places.get(span.last()), column, column});
      }
      for (int body = span.first(); body <= span.last(); body++) {
        speakers
            .computeIfAbsent(body, b -> new EnumMap<>(WorkItemColumn.class))
            .put(span.column(), span.first());
      }
    }
  }

  private List<String> headings() {
    return columns.stream()
        .map(
            name ->
                name.equals(UNKNOWN)
                    ? UNKNOWN
                    : oneOf(
                        random,
                        List.of(
                            WorkItemColumn.valueOf(name).heading(Language.ZH),
                            " "
                                + WorkItemColumn.valueOf(name).headings(Language.ZH).getLast()
                                + " ")))
        .toList();
  }

  private List<String> cells(Body body) {
    return columns.stream()
        .map(
            name ->
                name.equals(UNKNOWN)
                    ? "无"
                    : noisy(
                        WorkItemColumn.valueOf(name),
                        body.says().getOrDefault(WorkItemColumn.valueOf(name), "")))
        .toList();
  }

  /** What people and programs do to a text without changing what it says. */
  private String noisy(WorkItemColumn column, String text) {
    return switch (text.isEmpty() ? 9 : random.nextInt(12)) {
      case 0 -> text + "  ";
      case 1 -> wide(text);
      case 2 -> "\u3000" + text + "\n";
      case 3 -> column == WorkItemColumn.DEADLINE ? text.replace("-", "/") : text;
      default -> text;
    };
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '\uFF10' : c)));
    return wide.toString();
  }

  /** What the import must say, one thing a line, as {@link Told} writes it; in no order. */
  List<String> expected() {
    List<String> expected = new ArrayList<>();
    Set<String> concerned = new HashSet<>();
    int unchanged = 0;
    for (int i = 0; i < bodies.size(); i++) {
      Body body = bodies.get(i);
      concerned.add(body.says().getOrDefault(WorkItemColumn.ORGANISATION, ""));
      if (body.code().isEmpty()) {
        expected.add("added row %d".formatted(places.get(i) + 1));
        continue;
      }
      WorkItem item = item(body.code());
      concerned.add(item.organisation());
      List<String> changes = changes(i, item);
      expected.addAll(changes);
      unchanged += changes.isEmpty() ? 1 : 0;
    }
    Set<String> there = new HashSet<>(bodies.stream().map(Body::code).toList());
    for (WorkItem item : items) {
      if (!there.contains(item.code()) && concerned.contains(item.organisation())) {
        expected.add("missing %s %s".formatted(item.code(), item.organisation()));
      }
    }
    expected.add("unchanged " + unchanged);
    return expected;
  }

  private List<String> changes(int number, WorkItem item) {
    List<String> changes = new ArrayList<>();
    for (WorkItemColumn column : WorkItemColumn.values()) {
      String before = column.text(item, Language.ZH);
      String after = bodies.get(number).says().getOrDefault(column, "");
      int at = columns.indexOf(column.name());
      boolean leftOut = after.isEmpty() && PRINTED.contains(column);
      if (at >= 0 && !leftOut && !after.equals(before)) {
        int speaker = speakers.getOrDefault(number, Map.of()).getOrDefault(column, number);
        changes.add(
            "changed %s %s %s%d: %s → %s"
                .formatted(
                    item.code(),
                    column,
                    CellAddress.letters(at + 1),
                    places.get(speaker) + 1,
                    before.isEmpty() ? "（空）" : before,
                    after.isEmpty() ? "（空）" : after));
      }
    }
    return changes;
  }

  private WorkItem item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return rows + " " + columns;
  }
}
