package jingtu.server.duty.round;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.CsvTable;
import jingtu.vocabulary.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * When round-ups open and are due. The program brings days for periods of each length ({@code
 * duty/round-calendar.csv}); a region may keep others.
 */
@Repository
public class RoundCalendar {

  private static final String SHIPPED = "/duty/round-calendar.csv";

  private final JdbcClient jdbc;
  private final Reach reach;
  private final Audit audit;
  private final Map<Integer, Days> shipped = shipped();

  RoundCalendar(JdbcClient jdbc, Reach reach, Audit audit) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.audit = audit;
  }

  /**
   * The days of periods of one length.
   *
   * @param months 1, 3, 6 or 12
   * @param opens the day of the period's last month on which sheets go out, 1 to 28
   * @param due the day of the month after the period by which they are back, 1 to 28; on a day off,
   *     the first working day from then on
   */
  public record Days(int months, int opens, int due) {

    private static final int LAST_OF_EVERY_MONTH = 28;

    public Days {
      if (12 % months != 0 || !exists(opens) || !exists(due)) {
        throw new IllegalArgumentException("no days: " + months + ", " + opens + ", " + due);
      }
    }

    private static boolean exists(int day) {
      return day >= 1 && day <= LAST_OF_EVERY_MONTH;
    }

    LocalDate opening(ReportingPeriod period) {
      return period.lastMonth().atDay(opens);
    }

    /** A year whose holidays are not loaded has its weekends off and nothing else. */
    LocalDate due(ReportingPeriod period) {
      YearMonth after = period.lastMonth().plusMonths(1);
      return WorkingDays.shipped().onOrAfter(after.atDay(due)).date();
    }
  }

  /** The days that a region keeps, for each length of period, the shortest first. */
  @Transactional(readOnly = true)
  public List<Days> list(RegionCode region) {
    Map<Integer, Days> days = new TreeMap<>(shipped);
    jdbc.sql("select months, opens_on, due_on from round_calendar where region_code = :region")
        .param("region", region.digits())
        .query(
            (row, n) ->
                new Days(row.getInt("months"), row.getInt("opens_on"), row.getInt("due_on")))
        .list()
        .forEach(own -> days.put(own.months(), own));
    return List.copyOf(days.values());
  }

  Optional<Days> find(RegionCode region, int months) {
    return list(region).stream().filter(days -> days.months() == months).findFirst();
  }

  /**
   * Keeps other days in a region from the next round-up on; those that are open keep theirs.
   *
   * @return whether the scope may
   */
  @Transactional
  public boolean keep(Scope scope, RegionCode region, Days days) {
    if (!reach.keeps(scope, region)) {
      return false;
    }
    jdbc.sql("delete from round_calendar where region_code = :region and months = :months")
        .param("region", region.digits())
        .param("months", days.months())
        .update();
    jdbc.sql(
            """
            insert into round_calendar (region_code, months, opens_on, due_on)
            values (:region, :months, :opens, :due)
            """)
        .param("region", region.digits())
        .param("months", days.months())
        .param("opens", days.opens())
        .param("due", days.due())
        .update();
    audit.record(
        scope,
        "round.calendar-kept",
        region.digits(),
        days.months() + ": " + days.opens() + ", " + days.due());
    return true;
  }

  private static Map<Integer, Days> shipped() {
    return CsvTable.resource(RoundCalendar.class, SHIPPED, "months", "opens", "due").rows().stream()
        .map(
            row ->
                new Days(
                    Integer.parseInt(row.get("months")),
                    Integer.parseInt(row.get("opens")),
                    Integer.parseInt(row.get("due"))))
        .collect(toMap(Days::months, Function.identity()));
  }
}
