package jingtu.server.duty.round.sheet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.duty.DueDay;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the sheets of a round-up together, as far as the scope sees it. */
@Service
public class MakeSheets {

  private final Rounds rounds;
  private final Duties duties;

  MakeSheets(Rounds rounds, Duties duties) {
    this.rounds = rounds;
    this.duties = duties;
  }

  /** One sheet for each organisation, or the one of an organisation; none where none is seen. */
  @Transactional(readOnly = true)
  public List<RoundSheet> of(Scope scope, RoundId id, Optional<UUID> organisation) {
    Optional<Round> round = rounds.find(scope, id);
    if (round.isEmpty()) {
      return List.of();
    }
    List<ReportLine> lines = rounds.lines(scope, id, organisation);
    Map<DutyId, Duty> asked =
        duties.list(scope, lines.stream().map(ReportLine::duty).toList()).stream()
            .collect(toMap(Duty::id, Function.identity()));
    Map<DutyId, Progress> before = rounds.before(scope, id, asked.keySet());
    Map<UUID, List<ReportLine>> byOrganisation =
        lines.stream()
            .filter(line -> asked.containsKey(line.duty()))
            .collect(groupingBy(ReportLine::organisation, LinkedHashMap::new, toList()));
    List<RoundSheet> sheets = new ArrayList<>();
    byOrganisation.forEach(
        (whose, own) -> {
          List<RoundSheet.Row> rows =
              own.stream().map(line -> row(line, duty(asked, line), round.get(), before)).toList();
          sheets.add(
              new RoundSheet(round.get(), whose, rows.getFirst().duty().assignee().name(), rows));
        });
    return sheets;
  }

  private static Duty duty(Map<DutyId, Duty> asked, ReportLine line) {
    return Optional.ofNullable(asked.get(line.duty())).orElseThrow();
  }

  private static RoundSheet.Row row(
      ReportLine line, Duty duty, Round round, Map<DutyId, Progress> before) {
    LocalDate first = round.period().first();
    List<LocalDate> days = duty.due().stream().map(DueDay::day).toList();
    Optional<LocalDate> next = days.stream().filter(day -> !day.isBefore(first)).findFirst();
    return new RoundSheet.Row(
        line,
        duty,
        next.or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.getLast())),
        Optional.ofNullable(before.get(line.duty())));
  }
}
