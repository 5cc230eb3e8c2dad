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
   * A day told from the end of a period.
   *
   * @param after how many months after the period's last month; -1 the month before that one
   * @param day of that month, 1 to 31; a shorter month has its last day instead
   */
  public record Told(int after, int day) {

    private static final int LONGEST_MONTH = 31;

    public Told {
      if (day < 1 || day > LONGEST_MONTH) {
        throw new IllegalArgumentException("no month has a day " + day);
      }
    }

    LocalDate in(ReportingPeriod period) {
      YearMonth month = period.lastMonth().plusMonths(after);
      return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    boolean isAfter(Told other) {
      return after > other.after || (after == other.after && day > other.day);
    }
  }

  /**
   * The days of periods of one length.
   *
   * @param months 1, 3, 6 or 12
   * @param opens on which sheets go out: in the month before the period's last one where the period
   *     has it, in its last one or in the month after it
   * @param due by which they are back, not before they go out: in the period's last month or in the
   *     month after it; on a day off, the first working day from then on
   */
  public record Days(int months, Told opens, Told due) {

    public Days {
      boolean opensThen = opens.after >= -1 && opens.after <= 1 && opens.after > -months;
      boolean dueThen = due.after == 0 || due.after == 1;
      if (12 % months != 0 || !opensThen || !dueThen || opens.isAfter(due)) {
        throw new IllegalArgumentException("no days: " + months + ", " + opens + ", " + due);
      }
    }

    /** Out on a day of the period's last month, back by one of the month after it. */
    public static Days usual(int months, int opens, int due) {
      return new Days(months, new Told(0, opens), new Told(1, due));
    }

    LocalDate opening(ReportingPeriod period) {
      return opens.in(period);
    }

    /** A year whose holidays are not loaded has its weekends off and nothing else. */
    LocalDate due(ReportingPeriod period) {
      return WorkingDays.shipped().onOrAfter(due.in(period)).date();
    }
  }

  /** The days that a region keeps, for each length of period, the shortest first. */
  @Transactional(readOnly = true)
  public List<Days> list(RegionCode region) {
    Map<Integer, Days> days = new TreeMap<>(shipped);
    jdbc.sql(
            """
            select months, opens_after, opens_on, due_after, due_on from round_calendar
            where region_code = :region
            """)
        .param("region", region.digits())
        .query(
            (row, n) ->
                new Days(
                    row.getInt("months"),
                    new Told(row.getInt("opens_after"), row.getInt("opens_on")),
                    new Told(row.getInt("due_after"), row.getInt("due_on"))))
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
            insert into round_calendar
              (region_code, months, opens_after, opens_on, due_after, due_on)
            values (:region, :months, :opens_after, :opens, :due_after, :due)
            """)
        .param("region", region.digits())
        .param("months", days.months())
        .param("opens_after", days.opens().after())
        .param("opens", days.opens().day())
        .param("due_after", days.due().after())
        .param("due", days.due().day())
        .update();
    audit.record(
        scope,
        "round.calendar-kept",
        region.digits(),
        days.months() + ": " + days.opens() + ", " + days.due());
    return true;
  }

  private static Map<Integer, Days> shipped() {
    return CsvTable.resource(
            RoundCalendar.class, SHIPPED, "months", "opens_after", "opens", "due_after", "due")
        .rows()
        .stream()
        .map(
            row ->
                new Days(
                    Integer.parseInt(row.get("months")),
                    told(row.get("opens_after"), row.get("opens")),
                    told(row.get("due_after"), row.get("due"))))
        .collect(toMap(Days::months, Function.identity()));
  }

  private static Told told(String after, String day) {
    return new Told(Integer.parseInt(after), Integer.parseInt(day));
  }
}
