package jingtu.server.duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jingtu.server.plan.When;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The duties on which organisations of the directory report, by how often they do. */
@Component
public class ReportingDuties {

  private final JdbcClient jdbc;
  private final DutyRows rows;

  ReportingDuties(JdbcClient jdbc, DutyRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * A region of which some plan is reported on so often.
   *
   * @param months 1 for every month, 3 for every quarter, 6, or 12
   */
  public record Beat(RegionCode region, int months) {}

  /** Every region and rhythm in use. */
  public List<Beat> beats() {
    return jdbc.sql(
            """
            select distinct duty.region_code, rhythm.months
            from duty join duty_source source on source.id = duty.source_id
              join reporting_rhythm rhythm on rhythm.plan_id = source.plan_id
            where rhythm.used and duty.ended_reason = ''
            order by duty.region_code, rhythm.months
            """)
        .query(
            (row, n) ->
                new Beat(new RegionCode(row.getString("region_code")), row.getInt("months")))
        .list();
  }

  /**
   * The duties of a beat that are awake and reported on, in the order of their plans. What a
   * document asks that belongs to no plan is reported on as often as anything in its region.
   */
  public List<Duty> of(Beat beat) {
    return rows.complete(ofBeat(beat, "").query(BareDuty::of).list());
  }

  /** Those of the duties that are so, in the same order. */
  public List<Duty> of(Beat beat, Collection<DutyId> duties) {
    return duties.isEmpty()
        ? List.of()
        : rows.complete(
            ofBeat(beat, " and duty.id in (:ids)")
                .param("ids", duties.stream().map(DutyId::value).toList())
                .query(BareDuty::of)
                .list());
  }

  private StatementSpec ofBeat(Beat beat, String narrower) {
    return jdbc.sql(
            "select "
                + DutyRows.COLUMNS
                + DutyRows.TABLES
                + """
                  where duty.region_code = :region and duty.ended_reason = ''
                    and duty.awake and duty.reports
                    and duty.acceptance in ('', 'ACCEPTED') and duty.organisation_id is not null
                    and (exists (select 1 from reporting_rhythm rhythm
                        where rhythm.plan_id = source.plan_id and rhythm.months = :months
                          and rhythm.used)
                      or :shortest and source.origin = 'DOCUMENT' and source.plan_id is null)
                  """
                + narrower
                + " order by duty.sort_key")
        .param("region", beat.region().digits())
        .param("months", beat.months())
        .param("shortest", isShortest(beat));
  }

  private boolean isShortest(Beat beat) {
    return beats().stream()
        .filter(other -> other.region().equals(beat.region()))
        .noneMatch(other -> other.months() < beat.months());
  }

  /** Whether a duty comes round again and again, so that having done it once does not end it. */
  public static boolean recurs(Duty duty) {
    return whens(duty).stream().anyMatch(ReportingDuties::recurs);
  }

  /** Whether a time comes round again and again. */
  public static boolean recurs(When when) {
    return when instanceof When.Recurring || when instanceof When.Often;
  }

  /** The day before which nobody is asked about a duty; absent where there is none. */
  public static Optional<LocalDate> begins(Duty duty) {
    List<LocalDate> starts =
        whens(duty).stream()
            .filter(When.OpenStart.class::isInstance)
            .map(when -> ((When.OpenStart) when).from())
            .toList();
    return starts.size() == duty.times().size()
        ? starts.stream().min(LocalDate::compareTo)
        : Optional.empty();
  }

  private static List<When> whens(Duty duty) {
    return duty.times().stream()
        .filter(DutyTime.Dated.class::isInstance)
        .map(time -> When.of(((DutyTime.Dated) time).notation()))
        .toList();
  }
}
