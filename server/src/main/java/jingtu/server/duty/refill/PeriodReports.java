package jingtu.server.duty.refill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DueDay;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportingPeriod;

/**
 * What the round-ups that end in a period say: of each duty the last.
 *
 * @param lines in the order of the plans
 */
record PeriodReports(ReportingPeriod period, List<Line> lines) {

  PeriodReports {
    lines = List.copyOf(lines);
  }

  /** A duty and what was reported of it. */
  record Line(Duty duty, ReportLine report) {

    /** What was said, unless it was given back. */
    Optional<Progress> said() {
      return report.stands();
    }

    Optional<DutyState> state() {
      return said().map(Progress::state);
    }
  }

  Optional<Line> find(DutyId duty) {
    return lines.stream().filter(line -> line.duty().id().equals(duty)).findFirst();
  }

  List<Line> among(Source.Among among) {
    return lines.stream().filter(line -> isAmong(line, among)).toList();
  }

  /** Those of each organisation, in the order in which the plans name them. */
  Map<UUID, List<Line>> byOrganisation(Source.Among among) {
    return among(among.whole()).stream()
        .collect(groupingBy(line -> line.report().organisation(), LinkedHashMap::new, toList()));
  }

  /** How many there are. */
  long count(Source.Counting counting) {
    Source.Among among = counting.among();
    return switch (counting.counted()) {
      case LINES -> among(among).size();
      case ORGANISATIONS ->
          byOrganisation(among).values().stream().filter(own -> qualify(own, among)).count();
    };
  }

  /**
   * Whether an organisation counts: as having reported once it has on all, as late once one of
   * these was, as missing while one is.
   */
  private static boolean qualify(List<Line> own, Source.Among among) {
    boolean inTime =
        switch (among.reporting()) {
          case ALL -> true;
          case REPORTED, ON_TIME, ACCEPTED ->
              own.stream().allMatch(line -> among.reporting().fits(line.report()));
          case LATE ->
              own.stream().allMatch(line -> Reporting.REPORTED.fits(line.report()))
                  && own.stream().anyMatch(line -> Reporting.LATE.fits(line.report()));
          case MISSING -> own.stream().anyMatch(line -> Reporting.MISSING.fits(line.report()));
        };
    return inTime
        && (among.state().isEmpty()
            || own.stream().anyMatch(line -> line.state().equals(among.state())));
  }

  private static boolean isAmong(Line line, Source.Among among) {
    return among.organisation().map(line.report().organisation()::equals).orElse(true)
        && among.chapter().map(line.duty().chapter()::equals).orElse(true)
        && among.reporting().fits(line.report())
        && (among.state().isEmpty() || line.state().equals(among.state()));
  }

  /** The first day from the period on, else the last one, which has passed. */
  Optional<LocalDate> due(Duty duty) {
    List<LocalDate> days = duty.due().stream().map(DueDay::day).toList();
    return days.stream()
        .filter(day -> !day.isBefore(period.first()))
        .findFirst()
        .or(() -> days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()));
  }
}
