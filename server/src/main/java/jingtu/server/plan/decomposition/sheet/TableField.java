package jingtu.server.plan.decomposition.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.ColumnMatch.Field;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.HeaderText;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * What a column of a table may tell: the columns that the program itself writes, and those of
 * tables that others make, where organisations stand in a column for each role.
 */
public enum TableField {
  CODE(WorkItemColumn.CODE),
  HEADING(WorkItemColumn.HEADING),
  TASK(WorkItemColumn.TASK),
  SENTENCE(WorkItemColumn.SENTENCE),
  ORGANISATION(WorkItemColumn.ORGANISATION),
  ROLE(WorkItemColumn.ROLE),
  WORK(WorkItemColumn.WORK),
  STANDARD(WorkItemColumn.STANDARD),
  DEADLINE(WorkItemColumn.DEADLINE),
  YEARS(WorkItemColumn.YEARS),
  MILESTONES(WorkItemColumn.MILESTONES),
  DELIVERABLES(WorkItemColumn.DELIVERABLES),
  LEADER(WorkItemColumn.LEADER),
  PERSON(WorkItemColumn.PERSON),
  LIAISON(WorkItemColumn.LIAISON),
  TELEPHONE(WorkItemColumn.TELEPHONE),
  /** Organisations that lead, several in a cell. */
  LEADING(ItemRole.LEAD),
  RESPONSIBLE(ItemRole.RESPONSIBLE),
  PARTICIPATING(ItemRole.PARTICIPANT),
  IMPLEMENTING(ItemRole.IMPLEMENTER),
  /** Counts the rows and says nothing of an item. */
  NUMBER,
  REMARK,
  /** What the row was when it was written out; see {@link RowStamp}. */
  STAMP;

  private final Optional<WorkItemColumn> column;
  private final Optional<ItemRole> role;

  TableField(WorkItemColumn column) {
    this.column = Optional.of(column);
    this.role = Optional.empty();
  }

  TableField(ItemRole role) {
    this.column = Optional.empty();
    this.role = Optional.of(role);
  }

  TableField() {
    this.column = Optional.empty();
    this.role = Optional.empty();
  }

  /** The column of a work item that it fills. */
  Optional<WorkItemColumn> column() {
    return column;
  }

  /** The role of the organisations in it, where it is a column of organisations of one role. */
  Optional<ItemRole> role() {
    return role;
  }

  /** What stands over it, in the language. */
  String heading(Language language) {
    return column.map(own -> own.heading(language)).orElseGet(() -> names(language).getFirst());
  }

  /**
   * What offices write over it besides what the program writes; the first names a field that is no
   * column of an item.
   */
  private List<String> names(Language language) {
    String key = name().toLowerCase(Locale.ROOT);
    String names = Messages.say(Message.of("returned-table.names." + key), language);
    return Arrays.stream(names.split("\\|")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /**
   * All fields by their names. A name that two fields claim is that of the program's own column.
   */
  static Fields fields() {
    Map<String, TableField> holders = new HashMap<>();
    Map<TableField, List<String>> names = new HashMap<>();
    for (TableField field : values()) {
      field.ownNames().forEach(name -> claim(field, name, holders, names));
    }
    for (TableField field : values()) {
      Arrays.stream(Language.values())
          .flatMap(language -> field.names(language).stream())
          .forEach(name -> claim(field, name, holders, names));
    }
    return new Fields(
        names.entrySet().stream()
            .map(entry -> new Field(entry.getKey().name(), entry.getValue()))
            .toList());
  }

  private Stream<String> ownNames() {
    return column.stream()
        .flatMap(
            own ->
                Arrays.stream(Language.values())
                    .flatMap(language -> own.headings(language).stream()));
  }

  private static void claim(
      TableField field,
      String name,
      Map<String, TableField> holders,
      Map<TableField, List<String>> names) {
    if (holders.putIfAbsent(HeaderText.comparable(name), field) == null) {
      names.computeIfAbsent(field, f -> new ArrayList<>()).add(name);
    }
  }
}
