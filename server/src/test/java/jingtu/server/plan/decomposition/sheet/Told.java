package jingtu.server.plan.decomposition.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;

/** What an import says of a table, one thing a line, as {@code expected-edits.txt} writes it. */
final class Told {

  private Told() {}

  static List<String> of(Path file, List<WorkItem> items) {
    ReturnedTable.Reading reading = ReturnedTable.read(file, ChosenColumns.NONE);
    assertThat(reading).isInstanceOf(ReturnedTable.Reading.Read.class);
    return of(((ReturnedTable.Reading.Read) reading).table(), items);
  }

  static List<String> of(ReturnedTable table, List<WorkItem> items) {
    Differences differences = CompareLines.of(table.lines(), items, Language.ZH);
    List<String> told = new ArrayList<>();
    for (Differences.Changed changed : differences.changed()) {
      changed.cells().forEach(cell -> told.add("changed " + cell(changed.item(), cell)));
    }
    for (Differences.Lookalike like : differences.lookalikes()) {
      told.add("looks-like %s row %d".formatted(like.item().code(), like.line().row()));
      like.cells().forEach(cell -> told.add("looks-like " + cell(like.item(), cell)));
    }
    for (Differences.Added added : differences.added()) {
      WorkItem item = added.item();
      told.add(
          "added row %d: %s %s %s %s"
              .formatted(
                  added.line().row(),
                  item.organisation(),
                  item.role().word(Language.ZH),
                  item.work(),
                  item.deadline().orElse("")));
    }
    differences
        .missing()
        .forEach(item -> told.add("missing %s %s".formatted(item.code(), item.organisation())));
    told.add("unchanged " + differences.unchanged());
    for (TableColumns columns : table.tables()) {
      columns.columns().stream()
          .filter(column -> column.field().isEmpty())
          .forEach(
              column ->
                  told.add(
                      "unknown-column %s %s"
                          .formatted(cell(column.heading().address()), column.heading().text())));
    }
    table.lacking().forEach(column -> told.add("lacking-column " + column));
    for (PassedOver note : table.notes()) {
      told.add("note %d %s".formatted(note.row(), note.kind().name().toLowerCase(Locale.ROOT)));
    }
    table.findings().forEach(f -> told.add("fault " + cell(f.at()) + " " + f.problem().key()));
    differences
        .findings()
        .forEach(
            f -> told.add("fault " + cell(f.at()) + " " + Messages.say(f.problem(), Language.ZH)));
    return told;
  }

  private static String cell(WorkItem item, CellChange change) {
    return "%s %s %s: %s → %s%s"
        .formatted(
            item.code(),
            change.column(),
            cell(change.at()),
            orNothing(change.column(), change.before()),
            orNothing(change.column(), change.after()),
            change.kind() == CellChange.Kind.PLAIN ? "" : " " + change.kind());
  }

  private static String orNothing(WorkItemColumn column, String text) {
    return text.isEmpty() && column != WorkItemColumn.CODE ? "（空）" : text;
  }

  private static String cell(CellAddress at) {
    return CellAddress.letters(at.column()) + at.row();
  }
}
