package jingtu.server.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What homes count of duties that are reported on, so that a list shows exactly what was counted.
 * What is absent narrows nothing.
 *
 * @param due by when
 * @param light that they show
 * @param region in which their organisations stand, or below it
 * @param news what happened to them lately
 * @param unassigned only those under names that the directory does not have
 */
public record DutyFocus(
    Optional<Within> due,
    Optional<Light> light,
    Optional<RegionCode> region,
    Optional<News> news,
    boolean unassigned) {

  /** How many days back news go, today among them. */
  public static final int DAYS_OF_NEWS = 7;

  /** What is reported on: a part that was handed down is once it was accepted. */
  public static final String REPORTED = "duty.reports and duty.acceptance in ('', 'ACCEPTED')";

  /** The words that are asked, from {@code duty} and its {@code source}. */
  public static final String ASKED =
      "case when duty.content = '' then source.sentence else duty.content end";

  /** Under a name that the directory does not have; a village that was handed a part needs none. */
  public static final String UNASSIGNED = "duty.organisation_id is null and duty.parent_id is null";

  public static final DutyFocus NONE =
      new DutyFocus(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** By when a duty is due that nothing has settled. */
  public enum Within {
    OVERDUE("duty.open_day < :today"),
    TODAY("duty.open_day = :today"),
    DAYS_3("duty.open_day between :today and :today_3"),
    DAYS_7("duty.open_day between :today and :today_7"),
    DAYS_30("duty.open_day between :today and :today_30");

    private final String condition;

    Within(String condition) {
      this.condition = condition;
    }

    /** A condition on rows of {@code duty}; {@link DutyFocus#days} binds it. */
    public String sql() {
      return condition;
    }
  }

  /** What can have happened to a duty in the last days. */
  public enum News {
    /** A report on it was accepted. */
    ACCEPTED("duty.accepted_on >= :week"),
    /** It is in another state than before. */
    MOVED("duty.said_since >= :week and duty.said_before <> '' and duty.said_state <> ''"),
    /** It was not overdue a week ago and is now. */
    OVERDUE("duty.open_day < :today and duty.open_day >= :before_week"),
    /** An accepted report on it was opened again. */
    REOPENED("duty.reopened_on >= :week");

    private final String condition;

    News(String condition) {
      this.condition = condition;
    }

    /** A condition on rows of {@code duty}; {@link DutyFocus#days} binds it. */
    public String sql() {
      return condition;
    }
  }

  /** The first day of the news. */
  public static LocalDate firstDayOfNews(LocalDate today) {
    return today.minusDays(DAYS_OF_NEWS - 1L);
  }

  /** Gives the days that conditions on duties speak of. */
  public static StatementSpec days(StatementSpec statement, Clock clock) {
    LocalDate today = OfficeDay.today(clock);
    LocalDate week = firstDayOfNews(today);
    return statement
        .param("today", today)
        .param("today_3", today.plusDays(3))
        .param("today_7", today.plusDays(7))
        .param("today_30", today.plusDays(30))
        .param("week", week)
        .param("before_week", week.minusDays(1));
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  /** A condition on rows of {@code duty}, to be put after others. */
  String sql(LightRule rule) {
    StringBuilder sql = new StringBuilder();
    if (!isEmpty()) {
      sql.append(" and ").append(REPORTED);
    }
    due.ifPresent(when -> sql.append(" and ").append(when.sql()));
    light.ifPresent(shown -> sql.append(" and ").append(rule.sql()).append(" = :light"));
    region.ifPresent(
        code -> sql.append(" and duty.organisation_region like '" + code.digits() + "%'"));
    news.ifPresent(what -> sql.append(" and ").append(what.sql()));
    if (unassigned) {
      sql.append(" and ").append(UNASSIGNED);
    }
    return sql.toString();
  }
}
