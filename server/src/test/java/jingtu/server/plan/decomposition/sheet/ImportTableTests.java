package jingtu.server.plan.decomposition.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(module = "plan", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ImportTableTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired ImportTable importTable;
  @Autowired UndoTableImport undoTableImport;
  @Autowired TableImports imports;
  @Autowired WorkItems items;
  @Autowired ImportPlan importPlan;
  @Autowired Regions regions;
  @TempDir Path folder;

  private PlanId plan;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    plan = imported();
    List<WorkItemChange> added = new ArrayList<>();
    for (WorkItem item : InventedItems.all()) {
      added.add(new WorkItemChange.Add(NewItems.withId(item, new WorkItemId(UUID.randomUUID()))));
    }
    applied(added);
  }

  private PlanId imported() {
    byte[] text =
        """
        禾汀县土壤污染防治工作方案

        一、主要任务

        （一）清查堆场。逐个登记，编号 %s。（县城市管理局牵头，县水利局参与）
        """
            .formatted(UUID.randomUUID())
            .getBytes(UTF_8);
    return switch (importPlan.from(COORDINATOR, COUNTY, "方案.txt", text)) {
      case ImportOutcome.Imported it -> it.plans().getFirst().id();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  private void applied(List<WorkItemChange> changes) {
    assertThat(items.apply(COORDINATOR, plan, changes))
        .isInstanceOf(WorkItems.Outcome.Applied.class);
  }

  private List<WorkItem> list() {
    return items.list(COORDINATOR, plan);
  }

  /** The item of an organisation that does this work. */
  private WorkItem doing(String work) {
    return list().stream().filter(item -> item.work().equals(work)).findFirst().orElseThrow();
  }

  /** The exported table after an edit of its cells, each as {@code row, column, text}. */
  private Path table(List<WorkItem> exported, Map<List<Integer>, String> edits, int... gone) {
    TableWriter.Grid grid = TableWriter.exported(exported);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < grid.rows().size(); row++) {
      List<String> cells = new ArrayList<>(grid.rows().get(row));
      for (int column = 0; column < cells.size(); column++) {
        cells.set(column, edits.getOrDefault(List.of(row, column), cells.get(column)));
      }
      int number = row;
      if (java.util.Arrays.stream(gone).noneMatch(one -> one == number)) {
        rows.add(cells);
      }
    }
    return TableWriter.write(new TableWriter.Grid(rows, List.of()), folder.resolve("back.xlsx"));
  }

  private static int at(WorkItemColumn column) {
    return List.of(WorkItemColumn.values()).indexOf(column);
  }

  private CheckedTable check(Path file) {
    ImportTable.Outcome outcome =
        importTable.check(COORDINATOR, plan, file, ChosenColumns.NONE, Language.ZH);
    assertThat(outcome).isInstanceOf(ImportTable.Outcome.Checked.class);
    return ((ImportTable.Outcome.Checked) outcome).table();
  }

  /** Everything that a check offers, ticked. */
  private static TableChoice all(CheckedTable checked) {
    Map<String, Integer> versions = new HashMap<>();
    Map<LineId, Set<WorkItemColumn>> cells = new HashMap<>();
    Set<LineId> same = new HashSet<>();
    Differences differences = checked.differences();
    for (Differences.Changed changed : differences.changed()) {
      versions.put(changed.item().code(), changed.item().version());
      cells.put(changed.line(), columns(changed.cells()));
    }
    for (Differences.Lookalike like : differences.lookalikes()) {
      versions.put(like.item().code(), like.item().version());
      cells.put(like.line(), columns(like.cells()));
      same.add(like.line());
    }
    Set<LineId> added = new HashSet<>();
    differences.added().forEach(one -> added.add(one.line()));
    Set<String> removed = new HashSet<>();
    for (WorkItem item : differences.missing()) {
      versions.put(item.code(), item.version());
      removed.add(item.code());
    }
    return new TableChoice(ChosenColumns.NONE, versions, cells, same, added, removed);
  }

  private static Set<WorkItemColumn> columns(List<CellChange> cells) {
    Set<WorkItemColumn> columns = new HashSet<>();
    cells.forEach(cell -> columns.add(cell.column()));
    return columns;
  }

  private TableImport taken(Path file, TableChoice choice) {
    ImportTable.Outcome outcome = importTable.take(COORDINATOR, plan, "返回表.xlsx", file, choice);
    assertThat(outcome).isInstanceOf(ImportTable.Outcome.Taken.class);
    return ((ImportTable.Outcome.Taken) outcome).table();
  }

  /**
   * Three edits: another standard, another person, and the liaison cleared; the last row is gone.
   */
  private Path edited() {
    List<WorkItem> exported = list();
    return table(
        exported,
        Map.of(
            List.of(2, at(WorkItemColumn.STANDARD)), "改后的标准",
            List.of(2, at(WorkItemColumn.YEARS)), "2026年：全部完成",
            List.of(3, at(WorkItemColumn.LIAISON)), ""),
        14);
  }

  @Test
  void whatIsTickedIsTakenAsOneAndUndoneAsOne() {
    List<WorkItem> before = list();
    Path file = edited();
    CheckedTable checked = check(file);
    assertThat(checked.differences().changed()).hasSize(2);
    assertThat(checked.differences().missing()).hasSize(1);

    TableImport table = taken(file, all(checked));
    assertThat(table.count(TableImport.Effect.Kind.CHANGED)).isEqualTo(2);
    assertThat(table.count(TableImport.Effect.Kind.REMOVED)).isEqualTo(1);
    assertThat(list()).hasSize(before.size() - 1);
    assertThat(doing("布设加密点位120个并采样").standard()).isEqualTo("改后的标准");
    assertThat(doing("提供耕地图斑").liaison()).isEmpty();
    assertThat(imports.list(COORDINATOR, plan)).containsExactly(table);
    assertThat(check(file).differences().changed()).isEmpty();

    assertThat(undoTableImport.of(COORDINATOR, plan, table.id()))
        .isInstanceOf(UndoTableImport.Outcome.Undone.class);
    assertThat(said(list())).isEqualTo(said(before));
    assertThat(undoTableImport.of(COORDINATOR, plan, table.id()))
        .isInstanceOf(UndoTableImport.Outcome.Already.class);
  }

  private static List<List<String>> said(List<WorkItem> items) {
    return items.stream().map(TableWriter::cells).toList();
  }

  @Test
  void whatIsNotTickedStaysAsItIs() {
    Path file = edited();
    CheckedTable checked = check(file);
    Differences.Changed first = checked.differences().changed().getFirst();
    TableChoice one =
        new TableChoice(
            ChosenColumns.NONE,
            Map.of(first.item().code(), first.item().version()),
            Map.of(first.line(), Set.of(WorkItemColumn.STANDARD)),
            Set.of(),
            Set.of(),
            Set.of());
    TableImport table = taken(file, one);
    assertThat(table.effects()).hasSize(1);
    WorkItem item = doing("布设加密点位120个并采样");
    assertThat(item.standard()).isEqualTo("改后的标准");
    assertThat(item.years()).hasSize(2);
    assertThat(list()).hasSize(InventedItems.all().size());
  }

  @Test
  void whatSomebodyChangedSinceTheCheckIsNotOverwritten() {
    Path file = edited();
    CheckedTable checked = check(file);
    WorkItem other = doing("布设加密点位120个并采样");
    applied(
        List.of(
            new WorkItemChange.Edit(
                InventedItems.with(other, WorkItemColumn.STANDARD, "别人刚改的标准"))));

    assertThat(importTable.take(COORDINATOR, plan, "返回表.xlsx", file, all(checked)))
        .isEqualTo(new ImportTable.Outcome.Stale(List.of(other.code())));
    assertThat(doing("布设加密点位120个并采样").standard()).isEqualTo("别人刚改的标准");
    assertThat(doing("提供耕地图斑").liaison()).isEqualTo("陈某");
    assertThat(imports.list(COORDINATOR, plan)).isEmpty();
  }

  @Test
  void whatSomebodyRemovedSinceTheCheckIsTold() {
    Path file = edited();
    CheckedTable checked = check(file);
    WorkItem gone = checked.differences().missing().getFirst();
    applied(List.of(new WorkItemChange.Remove(gone.id(), gone.version())));
    assertThat(importTable.take(COORDINATOR, plan, "返回表.xlsx", file, all(checked)))
        .isEqualTo(new ImportTable.Outcome.Stale(List.of(gone.code())));
  }

  @Test
  void anImportIsNotUndoneOnceAnItemWasChangedAndNamesIt() {
    Path file = edited();
    TableImport table = taken(file, all(check(file)));
    WorkItem item = doing("提供耕地图斑");
    applied(
        List.of(new WorkItemChange.Edit(InventedItems.with(item, WorkItemColumn.PERSON, "后来的人"))));

    assertThat(undoTableImport.of(COORDINATOR, plan, table.id()))
        .isEqualTo(new UndoTableImport.Outcome.ChangedSince(List.of(item.code())));
    assertThat(doing("布设加密点位120个并采样").standard()).isEqualTo("改后的标准");
  }

  @Test
  void onceALaterImportIsUndoneTheEarlierOneCanBeUndoneToo() {
    List<WorkItem> before = list();
    TableImport first = taken(edited(), all(check(edited())));
    Path file = table(list(), Map.of(List.of(2, at(WorkItemColumn.STANDARD)), "再改的标准"));
    TableImport second = taken(file, all(check(file)));
    String code = doing("布设加密点位120个并采样").code();
    assertThat(undoTableImport.of(COORDINATOR, plan, first.id()))
        .isEqualTo(new UndoTableImport.Outcome.ChangedSince(List.of(code)));

    undoTableImport.of(COORDINATOR, plan, second.id());
    assertThat(undoTableImport.of(COORDINATOR, plan, first.id()))
        .isInstanceOf(UndoTableImport.Outcome.Undone.class);
    assertThat(said(list())).isEqualTo(said(before));
  }

  @Test
  void aFurtherRowBecomesAnItemAndGoesWithTheUndo() {
    int before = list().size();
    List<WorkItem> more = new ArrayList<>(list());
    WorkItem further =
        InventedItems.with(InventedItems.coded("3-1-1"), WorkItemColumn.ORGANISATION, "净原县发展和改革局");
    more.add(NewItems.withId(further, new WorkItemId(UUID.randomUUID())));
    Path file = table(more, Map.of());
    CheckedTable checked = check(file);
    assertThat(checked.differences().added()).hasSize(1);
    TableImport table = taken(file, all(checked));
    assertThat(list()).hasSize(before + 1);
    undoTableImport.of(COORDINATOR, plan, table.id());
    assertThat(list()).hasSize(before);
  }

  @Test
  void nothingTickedIsNothingDone() {
    Path file = edited();
    TableChoice nothing =
        new TableChoice(ChosenColumns.NONE, Map.of(), Map.of(), Set.of(), Set.of(), Set.of());
    assertThat(importTable.take(COORDINATOR, plan, "返回表.xlsx", file, nothing))
        .isEqualTo(new ImportTable.Outcome.NothingChosen());
  }

  @Test
  void nobodyElsewhereChecksOrTakesOrSees() {
    Path file = edited();
    Scope neighbour = coordinator(NEIGHBOUR);
    TableImport table = taken(file, all(check(file)));
    assertThat(importTable.check(neighbour, plan, file, ChosenColumns.NONE, Language.ZH))
        .isEqualTo(new ImportTable.Outcome.Unknown());
    assertThat(imports.list(neighbour, plan)).isEmpty();
    assertThat(undoTableImport.of(neighbour, plan, table.id()))
        .isEqualTo(new UndoTableImport.Outcome.Unknown());
    Scope above = coordinator(PretendOffice.TOWNSHIP);
    assertThat(importTable.check(above, plan, file, ChosenColumns.NONE, Language.ZH))
        .isInstanceOf(ImportTable.Outcome.NotYourRegion.class);
  }
}
