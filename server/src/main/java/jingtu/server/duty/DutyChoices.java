package jingtu.server.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Of what the duties that an account sees are made up: plans, chapters, organisations, names. */
@Repository
public class DutyChoices {

  private final JdbcClient jdbc;
  private final Reach reach;

  DutyChoices(JdbcClient jdbc, Reach reach) {
    this.jdbc = jdbc;
    this.reach = reach;
  }

  /** How many of a plan's duties there are for a name that the directory does not know. */
  public record Unassigned(String name, int duties) {}

  /** The names of a plan whose duties stand in no organisation's list, as the plan prints them. */
  @Transactional(readOnly = true)
  public List<Unassigned> unassigned(Scope scope, PlanId plan) {
    return seen(
            """
            select printed_name, count(*) as duties
            %s and duty.organisation_id is null and duty.parent_id is null
              and source.plan_id = :plan and source.origin in ('TASK', 'OBLIGATION')
            group by printed_name order by duties desc, printed_name
            """,
            scope)
        .param("plan", plan.value())
        .query((row, n) -> new Unassigned(row.getString("printed_name"), row.getInt("duties")))
        .list();
  }

  /**
   * What a list can be narrowed to.
   *
   * @param awake how many there are, whatever asks for them
   * @param asleep how many of them sleep
   * @param plans from which there are duties
   * @param chapters of the one plan that was asked about, in its order
   * @param organisations in whose lists duties stand, by name
   */
  public record Choices(
      long awake,
      long asleep,
      List<PlanChoice> plans,
      List<String> chapters,
      List<OrganisationChoice> organisations) {}

  /** A plan with the number of its duties that are awake, and of those that sleep. */
  public record PlanChoice(PlanId plan, int awake, int asleep) {}

  /** An organisation with duties. */
  public record OrganisationChoice(UUID id, String name, Optional<RegionCode> region) {}

  /** What the list of an account can be narrowed to; chapters where a plan is named. */
  @Transactional(readOnly = true)
  public Choices of(Scope scope, Optional<PlanId> plan) {
    return new Choices(
        count(scope, true),
        count(scope, false),
        planChoices(scope),
        plan.map(id -> chapters(scope, id)).orElseGet(List::of),
        organisationChoices(scope, plan));
  }

  private long count(Scope scope, boolean awake) {
    return seen("select count(*) %s and awake = :awake", scope)
        .param("awake", awake)
        .query(Long.class)
        .single();
  }

  private List<PlanChoice> planChoices(Scope scope) {
    return seen(
            """
            select source.plan_id, sum(case when awake then 1 else 0 end) as awake,
              sum(case when awake then 0 else 1 end) as asleep
            %s and source.plan_id is not null
            group by source.plan_id order by source.plan_id
            """,
            scope)
        .query(
            (row, n) ->
                new PlanChoice(
                    new PlanId(row.getObject("plan_id", UUID.class)),
                    row.getInt("awake"),
                    row.getInt("asleep")))
        .list();
  }

  private List<String> chapters(Scope scope, PlanId plan) {
    return seen(
            """
            select source.chapter
            %s and source.plan_id = :plan and source.chapter <> ''
            group by source.chapter order by min(source.start_offset)
            """,
            scope)
        .param("plan", plan.value())
        .query((row, n) -> row.getString("chapter"))
        .list();
  }

  private List<OrganisationChoice> organisationChoices(Scope scope, Optional<PlanId> plan) {
    return seen(
            """
            select distinct organisation_id, organisation_name, organisation_region
            %s and organisation_id is not null
              and (cast(:plan as uuid) is null or source.plan_id = :plan)
            order by organisation_name, organisation_id
            """,
            scope)
        .param("plan", plan.map(PlanId::value).orElse(null))
        .query(
            (row, n) ->
                new OrganisationChoice(
                    row.getObject("organisation_id", UUID.class),
                    row.getString("organisation_name"),
                    Optional.ofNullable(row.getString("organisation_region")).map(RegionCode::new)))
        .list();
  }

  /** A question about everything that stands in a list; {@code %s} in it says so. */
  private StatementSpec seen(String question, Scope scope) {
    return reach.bind(
        jdbc.sql(
            question.formatted(DutyRows.TABLES + " where ended_reason = '' and " + Reach.SEEN)),
        scope);
  }
}
