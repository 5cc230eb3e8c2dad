package jingtu.server.duty.closeout.sheet;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.duty.closeout.CloseOutEntry;
import jingtu.server.duty.closeout.CloseOutFault;
import jingtu.server.duty.closeout.CloseOutField;
import jingtu.server.duty.closeout.ItemNumbers;
import jingtu.server.duty.closeout.KeepItems;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.sheets.ledger.ValueText;
import jingtu.sheets.ledger.WrittenDay;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;

/**
 * Reads a table of items: the first sheet that is shown, below titles and notes, its columns in any
 * order and under any of their usual names. A value that stands in a merged cell holds for all rows
 * of the cell.
 */
final class ReadItems {

  private static final Fields FIELDS =
      new Fields(Arrays.stream(CloseOutField.values()).map(CloseOutField::column).toList());

  private static final Set<CloseOutField> NEEDED =
      EnumSet.of(
          CloseOutField.TASK, CloseOutField.ORGANISATION, CloseOutField.PERSON, CloseOutField.DUE);

  private final NameOrganisation names;
  private final ItemNumbers numbers;
  private final int room;
  private final Language language;

  /** Of sound rows; they may still lack their numbers. */
  private final List<KeepItems.Fresh> read = new ArrayList<>();

  private final List<CellFinding> findings = new ArrayList<>();
  private final Map<CellArea, String> merged = new HashMap<>();

  /**
   * @param numbers of the items that the list has
   * @param room how many more it may have
   */
  ReadItems(NameOrganisation names, ItemNumbers numbers, int room, Language language) {
    this.names = names;
    this.numbers = numbers;
    this.room = room;
    this.language = language;
  }

  CheckedItems of(SheetFile file) {
    String sheet =
        file.sheets().stream()
            .filter(name -> !file.isHidden(name))
            .findFirst()
            .orElse(file.sheets().getFirst());
    List<CellArea> areas = file.merged(sheet);
    Optional<Header> header =
        HeaderRows.find(
            HeaderRows.opening(file, sheet),
            areas,
            text -> FIELDS.find(text).isPresent(),
            text -> false);
    if (header.isEmpty()) {
      return CheckedItems.refused(noColumns(NEEDED));
    }
    ColumnMatch match = ColumnMatch.of(header.get(), FIELDS);
    Set<CloseOutField> lacking = EnumSet.copyOf(NEEDED);
    lacking.removeIf(field -> match.find(field.name()).isPresent());
    if (!lacking.isEmpty()) {
      return CheckedItems.refused(noColumns(lacking));
    }
    findings.addAll(match.findings());
    Optional<Finding> brokenOff =
        file.rows(
            sheet,
            row -> {
              if (row.number() > header.get().last() && !row.isEmpty()) {
                row(row, match, areas);
              }
            });
    if (brokenOff.isPresent()) {
      return CheckedItems.refused(brokenOff.get());
    }
    if (read.size() > room) {
      return CheckedItems.refused(
          new Finding(
              "",
              Message.of("closeout.sheet.too-many", read.size(), room),
              Message.of("closeout.sheet.too-many-remedy")));
    }
    if (read.isEmpty() && findings.isEmpty()) {
      return CheckedItems.refused(
          new Finding(
              "",
              Message.of("closeout.sheet.no-rows"),
              Message.of("closeout.sheet.no-rows-remedy")));
    }
    return new CheckedItems(numbered(), findings, Optional.empty(), notices(match));
  }

  private void row(Row row, ColumnMatch match, List<CellArea> areas) {
    Map<CloseOutField, String> texts = new EnumMap<>(CloseOutField.class);
    for (CloseOutField field : CloseOutField.values()) {
      match
          .find(field.name())
          .ifPresent(column -> texts.put(field, text(row, column.number(), areas)));
    }
    boolean onlyNumbered =
        texts.entrySet().stream()
            .allMatch(each -> each.getKey() == CloseOutField.NUMBER || each.getValue().isEmpty());
    if (onlyNumbered) {
      return;
    }
    int before = findings.size();
    findings.addAll(row.faults());
    String organisation = texts.getOrDefault(CloseOutField.ORGANISATION, "");
    CloseOutEntry entry = entry(row, match, texts);
    entry.faults().stream()
        .filter(fault -> fault.field() != CloseOutField.DUE || entry.due().isPresent())
        .forEach(fault -> find(row, match, fault.field(), fault.problem()));
    if (!entry.number().isEmpty() && !numbers.take(entry.number())) {
      find(row, match, CloseOutField.NUMBER, Message.of("closeout.number-taken", entry.number()));
    }
    if (organisation.isEmpty()) {
      find(row, match, CloseOutField.ORGANISATION, Message.of("closeout.no-organisation"));
      return;
    }
    switch (names.of(organisation)) {
      case NameOrganisation.Meant.Unclear(Message why) ->
          find(row, match, CloseOutField.ORGANISATION, why);
      case NameOrganisation.Meant.One(var one) -> {
        if (findings.size() == before) {
          read.add(new KeepItems.Fresh(entry, one));
        }
      }
    }
  }

  private CloseOutEntry entry(Row row, ColumnMatch match, Map<CloseOutField, String> texts) {
    return new CloseOutEntry(
        texts.getOrDefault(CloseOutField.NUMBER, ""),
        texts.getOrDefault(CloseOutField.TASK, ""),
        texts.getOrDefault(CloseOutField.PLACE, ""),
        texts.getOrDefault(CloseOutField.PERSON, ""),
        texts.getOrDefault(CloseOutField.TELEPHONE, ""),
        due(row, match, texts.getOrDefault(CloseOutField.DUE, "")),
        texts.getOrDefault(CloseOutField.MEASURES, ""));
  }

  private Optional<LocalDate> due(Row row, ColumnMatch match, String written) {
    if (written.isEmpty()) {
      find(row, match, CloseOutField.DUE, Message.of("closeout.no-day"));
      return Optional.empty();
    }
    Optional<WrittenDay> day = ValueText.day(written);
    if (day.isPresent() && day.get() instanceof WrittenDay.On(LocalDate date, boolean shortYear)) {
      return Optional.of(date);
    }
    find(row, match, CloseOutField.DUE, Message.of("closeout.sheet.no-day", written));
    return Optional.empty();
  }

  /** What stands in a cell; in one of a merged area, what stands in its first. */
  private String text(Row row, int column, List<CellArea> areas) {
    String own = row.cell(column).text().strip();
    Optional<CellArea> area =
        areas.stream()
            .filter(each -> each.left() == each.right() && each.contains(row.number(), column))
            .findFirst();
    if (area.isEmpty()) {
      return own;
    }
    if (row.number() == area.get().top()) {
      merged.put(area.get(), own);
    }
    return own.isEmpty() ? merged.getOrDefault(area.get(), "") : own;
  }

  private void find(Row row, ColumnMatch match, CloseOutField field, Message problem) {
    int column = match.find(field.name()).map(Header.Column::number).orElse(1);
    findings.add(
        new CellFinding(
            new CellAddress(row.sheet(), row.number(), column), problem, CloseOutFault.REMEDY));
  }

  /** Those without a number get the next ones, once all that are written are known. */
  private List<KeepItems.Fresh> numbered() {
    return read.stream()
        .map(
            item ->
                item.entry().number().isEmpty()
                    ? new KeepItems.Fresh(
                        item.entry().numbered(numbers.next()), item.organisation())
                    : item)
        .toList();
  }

  private Finding noColumns(Set<CloseOutField> lacking) {
    return new Finding(
        "",
        Message.of(
            "closeout.sheet.no-columns",
            lacking.stream().map(field -> field.heading(language)).collect(joining(" / "))),
        Message.of("closeout.sheet.no-columns-remedy"));
  }

  private static List<Finding> notices(ColumnMatch match) {
    return match.unmatched().isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "",
                Message.of(
                    "closeout.sheet.left-out",
                    match.unmatched().stream()
                        .map(column -> column.cells().getLast().text())
                        .collect(joining(" / "))),
                Message.of("closeout.sheet.left-out-remedy")));
  }
}
