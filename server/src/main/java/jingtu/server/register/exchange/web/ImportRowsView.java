package jingtu.server.register.exchange.web;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.register.exchange.job.CheckFinding;
import jingtu.server.register.exchange.job.ImportRows;
import jingtu.server.register.exchange.job.Twin;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;

/** Rows of an import's file; {@code next} asks for those after them. */
record ImportRowsView(List<FileRowView> rows, @Nullable String next, int total) {

  /** One row; {@code cells[i]} belongs to {@code columns[i]} of the import. */
  record FileRowView(
      String sheet,
      int number,
      List<String> cells,
      List<RowFindingView> findings,
      @Nullable String leftOut,
      @Nullable MetRecordView met) {}

  /** What is wrong, or doubtful, in the cell of a column. */
  record RowFindingView(int column, String kind, boolean doubt, String problem, String remedy) {}

  /** The record that has the row's key, and where the two differ. */
  record MetRecordView(UUID record, String title, List<RowDifferenceView> differences) {}

  /** A column that the row says otherwise. */
  record RowDifferenceView(String column, String label, String before, String after) {}

  static ImportRowsView of(ImportRows.Page page, Function<UUID, String> title, Language language) {
    return new ImportRowsView(
        page.rows().stream().map(row -> row(row, title, language)).toList(),
        page.next().map(ImportRows.Place::toString).orElse(null),
        page.total());
  }

  private static FileRowView row(
      ImportRows.SeenRow row, Function<UUID, String> title, Language language) {
    return new FileRowView(
        row.place().sheet(),
        row.place().number(),
        row.cells(),
        row.findings().stream().map(finding -> finding(finding, language)).toList(),
        row.leftOut()
            .map(
                reason ->
                    say(
                        language,
                        "left-out." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .orElse(null),
        row.twin().map(twin -> met(twin, title)).orElse(null));
  }

  private static RowFindingView finding(CheckFinding finding, Language language) {
    return new RowFindingView(
        finding.at().column(),
        finding.kind(),
        !finding.isFault(),
        Messages.say(finding.problem(), language),
        Messages.say(finding.remedy(), language));
  }

  private static MetRecordView met(Twin twin, Function<UUID, String> title) {
    return new MetRecordView(
        twin.record(),
        title.apply(twin.record()),
        twin.differences().stream()
            .map(d -> new RowDifferenceView(d.field(), d.label(), d.before(), d.after()))
            .toList());
  }
}
