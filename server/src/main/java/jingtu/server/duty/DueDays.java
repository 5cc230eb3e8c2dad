package jingtu.server.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jingtu.server.plan.When;

/**
 * On which days a duty is due, as far as they are known.
 *
 * @param from the plan's day, from which recurrences are counted
 * @param to the last day that is looked at
 */
record DueDays(LocalDate from, LocalDate to) {

  /** The days of a duty's times, each once; a day that is printed counts as printed. */
  List<DueDay> of(List<DutyTime> times) {
    TreeMap<LocalDate, Boolean> assumed = new TreeMap<>();
    times.stream()
        .flatMap(this::days)
        .forEach(day -> assumed.merge(day.day(), day.assumed(), Boolean::logicalAnd));
    return assumed.entrySet().stream()
        .map(day -> new DueDay(day.getKey(), day.getValue()))
        .toList();
  }

  private Stream<DueDay> days(DutyTime time) {
    return switch (time) {
      case DutyTime.Dated(String notation, String words, boolean assumed) ->
          switch (When.of(notation)) {
            case When.Due(LocalDate day) -> Stream.of(new DueDay(day, assumed));
            case When.Recurring every ->
                every.between(from, to).stream()
                    .map(day -> new DueDay(day, assumed || every.assumed()));
            case When.OpenStart open -> Stream.empty();
            case When.Often often -> Stream.empty();
            case When.Incomplete incomplete -> Stream.empty();
            case When.Unknown unknown -> Stream.empty();
          };
      case DutyTime.OnEvent event -> Stream.empty();
    };
  }
}
