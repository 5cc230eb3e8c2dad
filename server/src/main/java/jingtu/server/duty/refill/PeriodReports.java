package jingtu.server.duty.refill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Rounds;

/**
 * What the round-ups that end in a period say: of each duty the last. Beside what they ask about
 * stand the duties that they do not, as those that are done, with what was said of them before.
 *
 * @param lines in the order of the plans
 */
record PeriodReports(ReportingPeriod period, List<Line> lines) {

  PeriodReports {
    lines = List.copyOf(lines);
  }

  /**
   * A duty and what was reported of it.
   *
   * @param since the period for which it was, where no round-up of this one asks about the duty
   */
  record Line(Duty duty, ReportLine report, Optional<ReportingPeriod> since) {

    static Line asked(Duty duty, ReportLine report) {
      return new Line(duty, report, Optional.empty());
    }

    static Line standing(Duty duty, Rounds.LastSaid said) {
      return new Line(duty, said.line(), Optional.of(said.period()));
    }

    /** Whether a round-up of the period asks about it. */
    boolean isAsked() {
      return since.isEmpty();
    }

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
    return among(among.all()).stream()
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
   * Whether an organisation counts: as having reported once it has on all that it is asked, as late
   * once one of these was, as missing while one is.
   */
  private static boolean qualify(List<Line> all, Source.Among among) {
    List<Line> own =
        among.reporting() == Reporting.ALL ? all : all.stream().filter(Line::isAsked).toList();
    boolean inTime =
        switch (among.reporting()) {
          case ALL, ASKED -> true;
          case REPORTED, ON_TIME, ACCEPTED -> own.stream().allMatch(among.reporting()::fits);
          case LATE ->
              own.stream().allMatch(Reporting.REPORTED::fits)
                  && own.stream().anyMatch(Reporting.LATE::fits);
          case MISSING -> own.stream().anyMatch(Reporting.MISSING::fits);
        };
    return inTime
        && !own.isEmpty()
        && (among.state().isEmpty()
            || own.stream().anyMatch(line -> line.state().equals(among.state())));
  }

  private static boolean isAmong(Line line, Source.Among among) {
    return among.organisation().map(line.report().organisation()::equals).orElse(true)
        && among.chapter().map(line.duty().chapter()::equals).orElse(true)
        && among.reporting().fits(line)
        && (among.state().isEmpty() || line.state().equals(among.state()));
  }

  /** The first day from the period on, else the last one, which has passed. */
  Optional<LocalDate> due(Duty duty) {
    return duty.dueFrom(period.first());
  }
}
