package jingtu.server.duty;

import java.util.List;
import java.util.UUID;
import jingtu.server.plan.PlanAdopted;
import jingtu.server.plan.PlanTakenBack;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the duties of a plan when it comes into the register, and ends them when it is taken back,
 * both in the transaction that does it. What documents of the plan ask stays, without a plan.
 */
@Component
class FollowPlans {

  private final OpenDuties openDuties;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  FollowPlans(OpenDuties openDuties, JdbcClient jdbc, ApplicationEventPublisher events) {
    this.openDuties = openDuties;
    this.jdbc = jdbc;
    this.events = events;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void adopted(PlanAdopted adopted) {
    openDuties.open(SystemScope.SYSTEM, adopted.plan());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void takenBack(PlanTakenBack taken) {
    List<DutyId> living =
        jdbc.sql(
                """
                select duty.id from duty join duty_source source on source.id = duty.source_id
                where duty.ended_reason = '' and source.plan_id = :plan
                  and source.origin in ('TASK', 'OBLIGATION')
                """)
            .param("plan", taken.plan().value())
            .query((row, n) -> new DutyId(row.getObject("id", UUID.class)))
            .list();
    if (!living.isEmpty()) {
      events.publishEvent(new DutiesEnded(living));
    }
    jdbc.sql(
            """
            delete from duty
            where source_id in (select s.id from duty_source s where s.plan_id = :plan
                and s.origin in ('TASK', 'OBLIGATION'))
              and not exists (select 1 from duty_change c where c.duty_id = duty.id)
              and not exists (select 1 from report_line l where l.duty_id = duty.id)
              and not exists (select 1 from duty part where part.parent_id = duty.id)
              and not exists (select 1 from close_out_list c where c.duty_id = duty.id)
            """)
        .param("plan", taken.plan().value())
        .update();
    jdbc.sql(
            """
            delete from duty_source where plan_id = :plan and origin in ('TASK', 'OBLIGATION')
              and not exists (select 1 from duty d where d.source_id = duty_source.id)
            """)
        .param("plan", taken.plan().value())
        .update();
    jdbc.sql(
            """
            update duty set ended_reason = :reason where ended_reason in ('', :before)
              and source_id in (select s.id from duty_source s where s.plan_id = :plan
                and s.origin in ('TASK', 'OBLIGATION'))
            """)
        .param("reason", Ended.PLAN_TAKEN_BACK.name())
        .param("before", Ended.PLAN_NOT_IN_FORCE.name())
        .param("plan", taken.plan().value())
        .update();
    jdbc.sql("update duty_source set plan_id = null where plan_id = :plan and origin = 'DOCUMENT'")
        .param("plan", taken.plan().value())
        .update();
    jdbc.sql("delete from reporting_rhythm where plan_id = :plan")
        .param("plan", taken.plan().value())
        .update();
  }
}
