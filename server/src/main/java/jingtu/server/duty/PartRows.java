package jingtu.server.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was handed down; who may see it is asked elsewhere. */
@Component
class PartRows {

  private final JdbcClient jdbc;
  private final DutyRows rows;

  PartRows(JdbcClient jdbc, DutyRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** The parts of a duty that have not ended. */
  List<Duty> living(DutyId parent) {
    return rows.complete(
        jdbc.sql(
                "select "
                    + DutyRows.COLUMNS
                    + DutyRows.TABLES
                    + " where duty.parent_id = :parent and duty.ended_reason = '' order by duty.id")
            .param("parent", parent.value())
            .query(BareDuty::of)
            .list());
  }

  /** Asks a duty from a day on: no day before it is ever overdue. */
  void askFrom(DutyId duty, LocalDate day) {
    jdbc.sql(
            """
            update duty set asked_from = :day,
              open_day = case when own_due is not null then own_due else (
                select min(due.due_day) from duty_due due
                where due.source_id = duty.source_id and due.due_day >= :day) end
            where id = :duty
            """)
        .param("day", day)
        .param("duty", duty.value())
        .update();
  }

  /** The first day of a duty that nothing said has settled; absent where all are. */
  Optional<LocalDate> openDay(DutyId duty) {
    return jdbc.sql("select open_day from duty where id = :duty")
        .param("duty", duty.value())
        .query((row, n) -> Optional.ofNullable(row.getObject("open_day", LocalDate.class)))
        .single();
  }

  /**
   * Whether an organisation is asked a sentence already, by the plan or handed down; what an event
   * started asks it again and again.
   */
  boolean isAsked(Duty duty, UUID organisation) {
    return jdbc.sql(
                """
                select count(*) from duty
                where source_id = (select d.source_id from duty d where d.id = :duty)
                  and organisation_id = :whom and awake and ended_reason = ''
                  and happened_on is null
                  and acceptance <> 'DECLINED'
                """)
            .param("duty", duty.id().value())
            .param("whom", organisation)
            .query(Long.class)
            .single()
        > 0;
  }
}
