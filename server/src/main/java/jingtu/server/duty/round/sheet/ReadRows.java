package jingtu.server.duty.round.sheet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.CellFinding;
import jingtu.sheets.HeaderText;
import jingtu.sheets.Row;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;

/** Reads the rows of one organisation's table, one after the other. */
final class ReadRows {

  private final Map<LineId, ReportLine> lines;
  private final Map<String, List<ReportLine>> bySentence;
  private final Map<DutyId, Duty> duties;
  private final List<CellArea> merged;
  private final Map<RoundColumn, Integer> columns;
  private final Language language;
  private final Map<LineId, Integer> rowOf = new HashMap<>();
  private final List<CheckedSheet.Taken> taken = new ArrayList<>();
  private final List<CellFinding> findings = new ArrayList<>();
  private int same;
  private int empty;

  ReadRows(
      List<ReportLine> lines,
      Map<DutyId, Duty> duties,
      List<CellArea> merged,
      Map<RoundColumn, Integer> columns,
      Language language) {
    this.lines = lines.stream().collect(toMap(ReportLine::id, Function.identity()));
    this.duties = duties;
    this.merged = merged;
    this.columns = columns;
    this.language = language;
    this.bySentence = lines.stream().collect(groupingBy(line -> sentence(line)));
  }

  List<CheckedSheet.Taken> taken() {
    return taken;
  }

  List<CellFinding> findings() {
    return findings;
  }

  int same() {
    return same;
  }

  int empty() {
    return empty;
  }

  void read(Row row) {
    Optional<RowStamp> stamp = cell(row, RoundColumn.STAMP).flatMap(RowStamp::read);
    String written = cell(row, RoundColumn.SENTENCE).map(HeaderText::comparable).orElse("");
    boolean silent = RoundColumn.asked().stream().allMatch(column -> text(row, column).isEmpty());
    Optional<ReportLine> line = stamp.map(RowStamp::line).flatMap(this::line);
    Optional<CellArea> area = area(row);
    if (stamp.isPresent() && line.isEmpty()) {
      find(row, RoundColumn.SENTENCE, "foreign-row");
    } else if (line.isPresent() && !written.isEmpty() && !written.equals(sentence(line.get()))) {
      find(row, RoundColumn.SENTENCE, "swapped", duty(line.get()).asked());
    } else if (area.isPresent()) {
      merged(row, area.get());
    } else if (line.isPresent()) {
      once(row, line.get(), stamp, silent);
    } else {
      List<ReportLine> meant = bySentence.getOrDefault(written, List.of());
      if (meant.size() == 1) {
        once(row, meant.getFirst(), stamp, silent);
      } else if (!silent && !written.isEmpty()) {
        find(row, RoundColumn.SENTENCE, meant.isEmpty() ? "no-such-row" : "ambiguous-row");
      } else if (!silent) {
        find(row, RoundColumn.PROGRESS, "whose-row");
      }
    }
  }

  private void once(Row row, ReportLine line, Optional<RowStamp> stamp, boolean silent) {
    Integer first = rowOf.putIfAbsent(line.id(), row.number());
    if (first != null) {
      find(row, RoundColumn.SENTENCE, "twice", first);
    } else if (silent && line.said().isEmpty()) {
      empty++;
    } else {
      said(row, line).ifPresent(progress -> compare(row, line, stamp, progress));
    }
  }

  private void compare(Row row, ReportLine line, Optional<RowStamp> stamp, Progress progress) {
    Optional<Integer> stamped = stamp.map(RowStamp::version);
    boolean mayChangeIt = stamped.map(line::follows).orElse(line.said().isEmpty());
    Optional<Message> fault = progress.fault();
    if (line.said().equals(Optional.of(progress))) {
      same++;
    } else if (line.status() == LineStatus.ACCEPTED) {
      find(row, RoundColumn.PROGRESS, "locked");
    } else if (!mayChangeIt) {
      find(row, RoundColumn.PROGRESS, "changed-since", line.changedBy());
    } else if (fault.isPresent()) {
      findings.add(
          new CellFinding(
              at(row, RoundColumn.STATE), fault.get(), Message.of("round.returned.fault-remedy")));
    } else {
      taken.add(new CheckedSheet.Taken(line, progress, stamped));
    }
  }

  /** What the row says, where its state is understood. */
  private Optional<Progress> said(Row row, ReportLine line) {
    String word = HeaderText.comparable(text(row, RoundColumn.STATE));
    Optional<DutyState> state =
        Arrays.stream(DutyState.values())
            .filter(
                one ->
                    Arrays.stream(Language.values())
                        .anyMatch(
                            any -> HeaderText.comparable(StateNames.of(one, any)).equals(word)))
            .findFirst();
    if (state.isEmpty()) {
      find(row, RoundColumn.STATE, "state", text(row, RoundColumn.STATE), states());
      return Optional.empty();
    }
    return Optional.of(
        new Progress(
            state.get(),
            text(row, RoundColumn.PROGRESS, line),
            text(row, RoundColumn.COMPLETION, line),
            text(row, RoundColumn.PROBLEMS, line),
            text(row, RoundColumn.NEXT_STEPS, line),
            text(row, RoundColumn.REASON, line),
            text(row, RoundColumn.PROOF, line),
            line.said().map(Progress::files).orElse(List.of())));
  }

  /** What stands in a column; of a column that was deleted, what is there already. */
  private String text(Row row, RoundColumn column, ReportLine line) {
    return columns.containsKey(column)
        ? text(row, column)
        : line.said().map(column::text).orElse("");
  }

  private String text(Row row, RoundColumn column) {
    return cell(row, column).orElse("");
  }

  private Optional<String> cell(Row row, RoundColumn column) {
    return Optional.ofNullable(columns.get(column))
        .map(number -> row.cell(number).text().strip())
        .filter(text -> !text.isEmpty());
  }

  private void merged(Row row, CellArea area) {
    findings.add(
        new CellFinding(
            new CellAddress(row.sheet(), row.number(), area.left()),
            Message.of(
                "round.returned.merged",
                CellAddress.letters(area.left()) + area.top(),
                CellAddress.letters(area.right()) + area.bottom()),
            Message.of("round.returned.merged-remedy")));
  }

  /** An area of several cells that covers something asked in this row. */
  private Optional<CellArea> area(Row row) {
    return merged.stream()
        .filter(
            area ->
                columns.entrySet().stream()
                    .filter(column -> column.getKey().filledIn())
                    .anyMatch(column -> area.contains(row.number(), column.getValue())))
        .findFirst();
  }

  private Optional<ReportLine> line(LineId id) {
    return Optional.ofNullable(lines.get(id));
  }

  private Duty duty(ReportLine line) {
    return Optional.ofNullable(duties.get(line.duty())).orElseThrow();
  }

  private String sentence(ReportLine line) {
    return HeaderText.comparable(duty(line).asked());
  }

  private String states() {
    return Arrays.stream(DutyState.values())
        .map(state -> StateNames.of(state, language))
        .collect(Collectors.joining(", "));
  }

  private void find(Row row, RoundColumn column, String why, Object... arguments) {
    findings.add(
        new CellFinding(
            at(row, column),
            Message.of("round.returned." + why, arguments),
            Message.of("round.returned." + why + "-remedy", arguments)));
  }

  private CellAddress at(Row row, RoundColumn column) {
    int number = Optional.ofNullable(columns.get(column)).orElse(1);
    return new CellAddress(row.sheet(), row.number(), number);
  }
}
