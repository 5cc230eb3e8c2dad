package jingtu.server.plan.decomposition.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.decomposition.ItemSource;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of single cells and rows; the rows below are those of the exported table. */
class CompareLinesTests {

  @TempDir Path folder;

  private final List<List<String>> rows =
      new ArrayList<>(
          TableWriter.exported(InventedItems.all()).rows().stream()
              .<List<String>>map(ArrayList::new)
              .toList());

  private List<String> told(List<WorkItem> items) {
    return Told.of(
            TableWriter.write(new TableWriter.Grid(rows, List.of()), folder.resolve("t.xlsx")),
            items)
        .stream()
        .filter(line -> !line.startsWith("unchanged"))
        .toList();
  }

  private List<String> told() {
    return told(InventedItems.all());
  }

  /** Writes into the table as it is written out; {@code row} counts as spreadsheets do. */
  private void put(int row, WorkItemColumn column, String text) {
    rows.get(row - 1).set(List.of(WorkItemColumn.values()).indexOf(column), text);
  }

  @Test
  void whatCannotBeUnderstoodIsAFaultOfItsCellAndTheRestIsTaken() {
    put(3, WorkItemColumn.YEARS, "今年做完");
    put(3, WorkItemColumn.PERSON, "新人");
    put(4, WorkItemColumn.ROLE, "督办");
    put(5, WorkItemColumn.MILESTONES, "下月");
    put(6, WorkItemColumn.ORGANISATION, "");
    assertThat(told())
        .containsExactlyInAnyOrder(
            "changed 1-1-1 PERSON N3: 吴某 → 新人",
            "fault J3 年度安排读不懂：“今年做完”。请写成“2026年：……；2027年：……”。",
            "fault F4 “督办”不是角色，请写牵头、责任、配合、落实或被点名。",
            "fault K5 时间节点读不懂：“下月”。请写成“2026-06-30 ……；2026-09-30 ……”。",
            "fault E6 没有承办单位。");
  }

  @Test
  void widthsBlanksAndLineEndsAreNoDifference() {
    put(3, WorkItemColumn.SENTENCE, "对净水河沿岸耕地加密布点,查明污染范围。");
    put(4, WorkItemColumn.CODE, " １-1-2");
    put(5, WorkItemColumn.WORK, "\n组织村组带路采样  ");
    put(6, WorkItemColumn.TELEPHONE, "0000－1000004");
    assertThat(told()).isEmpty();
  }

  @Test
  void aCodeThatStandsTwiceIsTold() {
    put(4, WorkItemColumn.CODE, "1-1-1");
    assertThat(told())
        .containsExactlyInAnyOrder("fault A4 编号“1-1-1”在表中出现了两次，这一行没有采用。", "missing 1-1-2 净原县自然资源局");
  }

  @Test
  void anEmptyCellBelowTheSameTextIsInDoubt() {
    put(15, WorkItemColumn.LEADER, "某领导");
    put(14, WorkItemColumn.LEADER, "戚某");
    put(15, WorkItemColumn.LEADER, "");
    List<WorkItem> items =
        InventedItems.all().stream()
            .map(
                item ->
                    item.code().equals("3-1-3")
                        ? InventedItems.with(item, WorkItemColumn.LEADER, "戚某")
                        : item)
            .toList();
    assertThat(told(items)).containsExactly("changed 3-1-3 LEADER M15: 戚某 → （空） DOUBTFUL");
  }

  @Test
  void thePrintedTextOfThePlanIsNotChangedByATable() {
    ItemSource printed = new ItemSource.OfPlan(new TaskId(new UUID(1, 2)), Optional.empty());
    List<WorkItem> items = InventedItems.all().stream().map(item -> from(item, printed)).toList();
    put(3, WorkItemColumn.SENTENCE, "另写一句。");
    assertThat(told(items)).containsExactly("fault D3 与方案原文不同，没有采用。");
    assertThat(told()).containsExactly("changed 1-1-1 SENTENCE D3: 对净水河沿岸耕地加密布点，查明污染范围。 → 另写一句。");
  }

  private static WorkItem from(WorkItem item, ItemSource source) {
    return new WorkItem(
        item.id(),
        item.code(),
        source,
        item.heading(),
        item.task(),
        item.sentence(),
        item.organisation(),
        item.role(),
        item.work(),
        item.standard(),
        item.deadline(),
        item.years(),
        item.milestones(),
        item.deliverables(),
        item.leader(),
        item.person(),
        item.liaison(),
        item.telephone(),
        item.parent(),
        item.version());
  }

  @Test
  void itemsOfOrganisationsThatTheTableDoesNotConcernAreNotMissing() {
    rows.removeIf(row -> row.size() > 4 && row.get(4).equals("净原县财政局"));
    assertThat(told()).isEmpty();
  }

  @Test
  void aCodeThatASpreadsheetTookForADayIsStillTheCode() {
    assertThat(
            CellText.of(
                new jingtu.sheets.Cell(
                    new jingtu.sheets.CellAddress("", 3, 1),
                    jingtu.sheets.Cell.Kind.DATE,
                    "2026-03-01"),
                WorkItemColumn.CODE))
        .isEqualTo("3-1");
  }

  /** With stamps the table tells what was edited in it, and what was changed here since. */
  @Test
  void aStampTellsWhoChangedWhat() {
    List<WorkItem> exported = InventedItems.all();
    for (int row = 0; row < rows.size(); row++) {
      if (row == 1) {
        rows.get(row).add("版本（请勿改动）");
      } else if (row > 1) {
        rows.get(row).add(RowStamp.of(exported.get(row - 2)).text());
      }
    }
    put(3, WorkItemColumn.STANDARD, "表里改的");
    put(4, WorkItemColumn.STANDARD, "表里改的");
    List<WorkItem> now =
        exported.stream()
            .map(
                item ->
                    switch (item.code()) {
                      case "1-1-2" -> InventedItems.with(item, WorkItemColumn.STANDARD, "这里改的");
                      case "1-1-3" -> InventedItems.with(item, WorkItemColumn.PERSON, "这里换的人");
                      default -> item;
                    })
            .toList();
    assertThat(told(now))
        .containsExactly(
            "changed 1-1-1 STANDARD H3: 点位布设图经专家审核 → 表里改的",
            "changed 1-1-2 STANDARD H4: 这里改的 → 表里改的 CONFLICT");
  }
}
