package jingtu.server.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.RegionCode;

/** A row of the table of duties, still without its times. */
record BareDuty(UUID source, Duty duty) {

  static BareDuty of(ResultSet row, int number) throws SQLException {
    return new BareDuty(
        row.getObject("source_id", UUID.class),
        new Duty(
            new DutyId(row.getObject("id", UUID.class)),
            new RegionCode(row.getString("region_code")),
            SourceRows.origin(row),
            row.getString("chapter"),
            row.getString("heading"),
            row.getString("sentence"),
            NameRole.valueOf(row.getString("duty_role")),
            row.getString("printed_name"),
            new Assignee(
                uuid(row, "organisation_id"),
                row.getString("organisation_name"),
                text(row, "organisation_region").map(RegionCode::new)),
            row.getBoolean("awake"),
            row.getBoolean("reports"),
            row.getString("standard"),
            Optional.of(row.getString("ended_reason"))
                .filter(reason -> !reason.isEmpty())
                .map(Ended::valueOf),
            handed(row),
            List.of(),
            List.of(),
            row.getInt("version"),
            row.getString("changed_by_name"),
            row.getObject("changed_at", OffsetDateTime.class).toInstant()));
  }

  /** A part with a day of its own has that one only. */
  Duty with(List<DutyTime> times, List<DueDay> due) {
    return duty.handed()
        .flatMap(HandedDown::due)
        .map(
            day ->
                new DutyEdit(duty)
                    .times(
                        List.of(new DutyTime.Dated(day.toString(), "", false)),
                        List.of(new DueDay(day, false))))
        .orElseGet(() -> new DutyEdit(duty).times(times, due))
        .sameVersion();
  }

  private static Optional<HandedDown> handed(ResultSet row) throws SQLException {
    Optional<UUID> parent = uuid(row, "parent_id");
    return parent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HandedDown(
                new DutyId(parent.get()),
                uuid(row, "handed_by"),
                row.getString("handed_by_name"),
                row.getString("content"),
                row.getString("person"),
                Optional.ofNullable(row.getObject("own_due", LocalDate.class)),
                HandedDown.Acceptance.valueOf(row.getString("acceptance")),
                occurrence(row)));
  }

  private static Optional<Occurrence> occurrence(ResultSet row) throws SQLException {
    LocalDate day = row.getObject("happened_on", LocalDate.class);
    return day == null
        ? Optional.empty()
        : Optional.of(
            new Occurrence(row.getString("event_words"), row.getString("happening"), day));
  }

  private static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
