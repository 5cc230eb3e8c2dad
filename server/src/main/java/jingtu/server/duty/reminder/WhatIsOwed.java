package jingtu.server.duty.reminder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.duty.ReportingDuties;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.plan.When;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds what each organisation of a region owes on a day; asked by the program itself alone. */
@Repository
class WhatIsOwed {

  /** Where there is no day before it, one that is so far back counts as none. */
  private static final int FAR = 3660;

  private final JdbcClient jdbc;

  WhatIsOwed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line of a round-up that waits for a report. */
  private record Line(
      UUID organisation,
      String name,
      Round round,
      LineStatus status,
      LocalDate changed,
      String sentence) {}

  /**
   * A duty with one of its days.
   *
   * @param own whether the day is its own, and not that of the sentence
   */
  private record DatedDuty(
      UUID organisation, String name, UUID source, Owed.Dated dated, boolean own) {
    DatedDuty recurring() {
      return new DatedDuty(
          organisation,
          name,
          source,
          new Owed.Dated(dated.sentence(), dated.due(), true, dated.since()),
          own);
    }
  }

  /**
   * What each organisation owes, by name.
   *
   * @param from nothing is told that was due before
   * @param to no duty is told that is due after
   */
  @Transactional(readOnly = true)
  List<Owed> in(RegionCode region, LocalDate from, LocalDate to) {
    Map<UUID, List<Line>> lines =
        lines(region, from).stream()
            .collect(groupingBy(Line::organisation, LinkedHashMap::new, toList()));
    Map<UUID, List<DatedDuty>> dated =
        dated(region, from, to).stream()
            .collect(groupingBy(DatedDuty::organisation, LinkedHashMap::new, toList()));
    Set<UUID> organisations = new LinkedHashSet<>(lines.keySet());
    organisations.addAll(dated.keySet());
    List<Owed> owed = new ArrayList<>();
    for (UUID organisation : organisations) {
      List<Line> own = lines.getOrDefault(organisation, List.of());
      List<DatedDuty> duties = dated.getOrDefault(organisation, List.of());
      String name = own.isEmpty() ? duties.getFirst().name() : own.getFirst().name();
      owed.add(
          new Owed(
              organisation, name, rounds(own), duties.stream().map(DatedDuty::dated).toList()));
    }
    return owed;
  }

  /** Whether an organisation has said all that a message asks for; never where it asks nothing. */
  @Transactional(readOnly = true)
  boolean isAnswered(ReminderId reminder, UUID organisation) {
    return jdbc.sql(
                """
                select count(*) from reminder
                where id = :reminder
                  and exists (select 1 from reminder_round asked
                    where asked.reminder_id = reminder.id)
                  and not exists (select 1 from reminder_round asked
                    join report_line line on line.round_id = asked.round_id
                    where asked.reminder_id = reminder.id and line.organisation_id = :organisation
                      and line.line_status in ('OPEN', 'RETURNED'))
                """)
            .param("reminder", reminder.value())
            .param("organisation", organisation)
            .query(Long.class)
            .single()
        > 0;
  }

  private static List<Owed.InRound> rounds(List<Line> lines) {
    Map<Round, List<Line>> byRound =
        lines.stream().collect(groupingBy(Line::round, LinkedHashMap::new, toList()));
    return byRound.entrySet().stream()
        .map(
            each ->
                new Owed.InRound(
                    each.getKey(),
                    each.getValue().stream()
                        .filter(line -> line.status() == LineStatus.OPEN)
                        .map(Line::sentence)
                        .toList(),
                    each.getValue().stream()
                        .filter(line -> line.status() == LineStatus.RETURNED)
                        .map(Line::changed)
                        .toList()))
        .toList();
  }

  private List<Line> lines(RegionCode region, LocalDate from) {
    return jdbc.sql(
            """
            select line.organisation_id, duty.organisation_name, round_up.id, round_up.region_code,
              round_up.months, round_up.first_day, round_up.opened_on, round_up.due_day,
              round_up.closed_on, line.line_status, line.changed_at,
              case when duty.content = '' then source.sentence else duty.content end as sentence
            from report_line line join round_up on round_up.id = line.round_id
              join duty on duty.id = line.duty_id
              join duty_source source on source.id = duty.source_id
            where round_up.region_code = :region and line.line_status in ('OPEN', 'RETURNED')
              and round_up.due_day >= :from
            order by round_up.due_day, round_up.months, line.sort_key
            """)
        .param("region", region.digits())
        .param("from", from)
        .query(WhatIsOwed::line)
        .list();
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    return new Line(
        row.getObject("organisation_id", UUID.class),
        row.getString("organisation_name"),
        new Round(
            new RoundId(row.getObject("id", UUID.class)),
            new RegionCode(row.getString("region_code")),
            new ReportingPeriod(row.getObject("first_day", LocalDate.class), row.getInt("months")),
            row.getObject("opened_on", LocalDate.class),
            row.getObject("due_day", LocalDate.class),
            Optional.ofNullable(row.getObject("closed_on", LocalDate.class))),
        LineStatus.valueOf(row.getString("line_status")),
        OfficeDay.of(row.getObject("changed_at", OffsetDateTime.class).toInstant()),
        row.getString("sentence"));
  }

  private List<DatedDuty> dated(RegionCode region, LocalDate from, LocalDate to) {
    List<DatedDuty> near = near(region, from, to);
    if (near.isEmpty()) {
      return near;
    }
    Set<UUID> recurring = recurring(near);
    return near.stream()
        .map(duty -> !duty.own() && recurring.contains(duty.source()) ? duty.recurring() : duty)
        .toList();
  }

  /**
   * Those who report are asked, for the days that nothing they said has settled; who takes part
   * with others is not. A part that was handed down may have a day and words of its own.
   */
  private List<DatedDuty> near(RegionCode region, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select duty.organisation_id, duty.organisation_name, duty.source_id,
              case when duty.content = '' then source.sentence else duty.content end as words,
              due.due_day,
              (select max(earlier.due_day) from duty_due earlier
                where earlier.source_id = due.source_id and earlier.due_day < due.due_day)
                as day_before, duty.sort_key, false as own
            from duty join duty_source source on source.id = duty.source_id
              join duty_due due on due.source_id = duty.source_id
            where duty.region_code = :region and duty.ended_reason = '' and duty.awake
              and duty.reports and duty.organisation_id is not null and duty.own_due is null
              and due.due_day between :from and :to and due.due_day >= duty.open_day
              and (duty.asked_from is null or due.due_day >= duty.asked_from)
            union all
            select duty.organisation_id, duty.organisation_name, duty.source_id,
              case when duty.content = '' then source.sentence else duty.content end as words,
              duty.own_due as due_day, cast(null as date) as day_before, duty.sort_key, true as own
            from duty join duty_source source on source.id = duty.source_id
            where duty.region_code = :region and duty.ended_reason = '' and duty.awake
              and duty.reports and duty.organisation_id is not null
              and duty.own_due between :from and :to and duty.own_due >= duty.open_day
            order by due_day, sort_key
            """)
        .param("region", region.digits())
        .param("from", from)
        .param("to", to)
        .query(WhatIsOwed::duty)
        .list();
  }

  private static DatedDuty duty(ResultSet row, int n) throws SQLException {
    LocalDate due = row.getObject("due_day", LocalDate.class);
    int since =
        Optional.ofNullable(row.getObject("day_before", LocalDate.class))
            .map(before -> (int) (due.toEpochDay() - before.toEpochDay()))
            .orElse(FAR);
    return new DatedDuty(
        row.getObject("organisation_id", UUID.class),
        row.getString("organisation_name"),
        row.getObject("source_id", UUID.class),
        new Owed.Dated(row.getString("words"), due, false, since),
        row.getBoolean("own"));
  }

  private Set<UUID> recurring(List<DatedDuty> near) {
    Set<UUID> recurring = new LinkedHashSet<>();
    jdbc.sql(
            """
            select source_id, notation from duty_time
            where time_kind = 'DATED' and source_id in (:sources)
            """)
        .param("sources", near.stream().map(DatedDuty::source).distinct().toList())
        .query(
            row -> {
              if (ReportingDuties.recurs(When.of(row.getString("notation")))) {
                recurring.add(row.getObject("source_id", UUID.class));
              }
            });
    return recurring;
  }
}
