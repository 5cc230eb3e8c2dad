package jingtu.server.duty.reminder;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.CsvTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * When reminders go out. The program brings values ({@code duty/reminder-settings.csv}) and sends
 * nothing by itself; a region may keep others, and switch it on.
 */
@Repository
public class KeepReminderSettings {

  private static final String SHIPPED = "/duty/reminder-settings.csv";

  private final JdbcClient jdbc;
  private final Reach reach;
  private final Audit audit;
  private final ReminderSettings shipped = shipped();

  KeepReminderSettings(JdbcClient jdbc, Reach reach, Audit audit) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.audit = audit;
  }

  /** Those of a region. */
  @Transactional(readOnly = true)
  public ReminderSettings of(RegionCode region) {
    return jdbc.sql(
            """
            select switched_on, days_before, overdue_every, overdue_for, quiet_from, quiet_to,
              working_days_only, digest_at
            from reminder_settings where region_code = :region
            """)
        .param("region", region.digits())
        .query((row, n) -> settings(row))
        .optional()
        .orElse(shipped);
  }

  /** The regions that have reminders sent by themselves. */
  List<RegionCode> switchedOn() {
    return jdbc.sql("select region_code from reminder_settings where switched_on order by 1")
        .query((row, n) -> new RegionCode(row.getString("region_code")))
        .list();
  }

  /**
   * Keeps other settings in a region.
   *
   * @return whether the scope may
   */
  @Transactional
  public boolean keep(Scope scope, RegionCode region, ReminderSettings settings) {
    if (!reach.keeps(scope, region)) {
      return false;
    }
    jdbc.sql("delete from reminder_settings where region_code = :region")
        .param("region", region.digits())
        .update();
    jdbc.sql(
            """
            insert into reminder_settings (region_code, switched_on, days_before, overdue_every,
              overdue_for, quiet_from, quiet_to, working_days_only, digest_at)
            values (:region, :on, :before, :every, :for, :from, :to, :working, :at)
            """)
        .param("region", region.digits())
        .param("on", settings.on())
        .param("before", written(settings.daysBefore()))
        .param("every", settings.overdueEvery())
        .param("for", settings.overdueFor())
        .param("from", settings.quiet().from().toString())
        .param("to", settings.quiet().to().toString())
        .param("working", settings.quiet().workingDaysOnly())
        .param("at", settings.digestAt().toString())
        .update();
    audit.record(scope, "reminder.settings-kept", region.digits(), said(settings));
    return true;
  }

  private static String said(ReminderSettings settings) {
    return "%s; %s; %d/%d; %s-%s%s; %s"
        .formatted(
            settings.on() ? "on" : "off",
            written(settings.daysBefore()),
            settings.overdueEvery(),
            settings.overdueFor(),
            settings.quiet().from(),
            settings.quiet().to(),
            settings.quiet().workingDaysOnly() ? ", working days" : "",
            settings.digestAt());
  }

  private static String written(List<Integer> days) {
    return days.stream().map(String::valueOf).collect(joining(" "));
  }

  private static ReminderSettings settings(ResultSet row) throws SQLException {
    return new ReminderSettings(
        row.getBoolean("switched_on"),
        Arrays.stream(row.getString("days_before").split(" ")).map(Integer::valueOf).toList(),
        row.getInt("overdue_every"),
        row.getInt("overdue_for"),
        new QuietHours(
            LocalTime.parse(row.getString("quiet_from")),
            LocalTime.parse(row.getString("quiet_to")),
            row.getBoolean("working_days_only")),
        LocalTime.parse(row.getString("digest_at")));
  }

  private static ReminderSettings shipped() {
    CsvTable.Row row =
        CsvTable.resource(
                KeepReminderSettings.class,
                SHIPPED,
                "daysBefore",
                "overdueEvery",
                "overdueFor",
                "quietFrom",
                "quietTo",
                "workingDaysOnly",
                "digestAt")
            .rows()
            .getFirst();
    return new ReminderSettings(
        false,
        row.list("daysBefore").stream().map(Integer::valueOf).toList(),
        Integer.parseInt(row.get("overdueEvery")),
        Integer.parseInt(row.get("overdueFor")),
        new QuietHours(
            LocalTime.parse(row.get("quietFrom")),
            LocalTime.parse(row.get("quietTo")),
            Boolean.parseBoolean(row.get("workingDaysOnly"))),
        LocalTime.parse(row.get("digestAt")));
  }
}
