package jingtu.server.register.exchange.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jingtu.server.document.FileParts;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.exchange.intake.Source;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports of all registers; whoever sees the region of one sees that it was made. */
@Repository
public class ImportJobs {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private static final int LISTED = 200;
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<Twin.Difference>> DIFFERENCES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Regions regions;
  private final Clock clock;

  ImportJobs(JdbcClient jdbc, JdbcTemplate batches, Regions regions, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.regions = regions;
    this.clock = clock;
  }

  /** Keeps a new one with its file. */
  @Transactional
  void insert(Scope scope, ImportJob job, byte[] file) {
    jdbc.sql(
            """
            insert into register_import
              (id, register, region_code, organisation_id, file_name, kind, account_id,
               account_name, uploaded_at, step, step_at, choice, report, meeting)
            values (:id, :register, :region, :organisation, :name, :kind, :account,
                    :by, :at, :step, :at, :choice, :report, :meeting)
            """)
        .param("id", job.id())
        .param("register", job.register().value())
        .param("region", job.region().digits())
        .param("organisation", job.organisation().orElse(null))
        .param("name", job.fileName())
        .param("kind", job.kind().name())
        .param("account", scope.account())
        .param("by", scope.username())
        .param("at", job.uploadedAt().atOffset(ZoneOffset.UTC))
        .param("step", job.step().name())
        .param("choice", MAPPER.writeValueAsString(job.choice()))
        .param("report", MAPPER.writeValueAsString(job.report()))
        .param("meeting", job.meeting().name())
        .update();
    batches.batchUpdate(
        "insert into register_import_part (import_id, ordinal, bytes) values (?, ?, ?)",
        FileParts.rows(job.id(), file));
  }

  /** The imports into a register that the account sees, the latest first. */
  @Transactional(readOnly = true)
  public List<ImportJob> list(Scope scope, RegisterId register) {
    return jdbc.sql(
            """
            select * from register_import
            where register = :register and region_code in (:regions)
            order by id desc limit :most
            """)
        .param("register", register.value())
        .param("regions", visible(scope))
        .param("most", LISTED)
        .query(ImportJobs::job)
        .list();
  }

  /** One import, where the account sees it. */
  @Transactional(readOnly = true)
  public Optional<ImportJob> find(Scope scope, UUID id) {
    return jdbc.sql("select * from register_import where id = :id and region_code in (:regions)")
        .param("id", id)
        .param("regions", visible(scope))
        .query(ImportJobs::job)
        .optional();
  }

  /** The file as it came. */
  @Transactional(readOnly = true)
  byte[] content(Scope scope, ImportJob job) {
    return FileParts.join(
        jdbc.sql("select bytes from register_import_part where import_id = :id order by ordinal")
            .param("id", job.id()));
  }

  /**
   * Sets what columns are taken and whose the records are, and forgets what a check found, so that
   * nothing is stored before another; false where the import has gone on.
   */
  @Transactional
  boolean choose(Scope scope, ImportJob job) {
    boolean open =
        jdbc.sql(
                    """
                    update register_import set region_code = :region,
                      organisation_id = :organisation, choice = :choice, step = :to, step_at = :at,
                      report = :report
                    where id = :id and step in (:open)
                    """)
                .param("region", job.region().digits())
                .param("organisation", job.organisation().orElse(null))
                .param("choice", MAPPER.writeValueAsString(job.choice()))
                .param("to", ImportStep.COLUMNS.name())
                .param("at", now())
                .param("report", MAPPER.writeValueAsString(ImportReport.NOTHING))
                .param("id", job.id())
                .param("open", names(ImportStep::isOpen))
                .update()
            == 1;
    if (open) {
      forget(job.id());
    }
    return open;
  }

  private static List<String> names(Predicate<ImportStep> which) {
    return Stream.of(ImportStep.values()).filter(which).map(ImportStep::name).toList();
  }

  private void forget(UUID id) {
    jdbc.sql("delete from register_import_finding where import_id = :id").param("id", id).update();
    jdbc.sql("delete from register_import_twin where import_id = :id").param("id", id).update();
  }

  /** Begins to store, with what is to become of rows whose records are there already. */
  @Transactional
  boolean begin(Scope scope, UUID id, ImportJob.Meeting meeting) {
    return jdbc.sql(
                """
                update register_import set step = :to, step_at = :at, meeting = :meeting
                where id = :id and step = :from
                """)
            .param("to", ImportStep.RUNNING.name())
            .param("from", ImportStep.CHECKED.name())
            .param("at", now())
            .param("meeting", meeting.name())
            .param("id", id)
            .update()
        == 1;
  }

  /** Notes what a run stored, in the transaction that stored it; false where it was interrupted. */
  @Transactional
  boolean finish(Scope scope, UUID id, ImportReport report) {
    return jdbc.sql(
                """
                update register_import set step = :to, step_at = :at, done_at = :at,
                  report = :report
                where id = :id and step = :from
                """)
            .param("to", ImportStep.DONE.name())
            .param("from", ImportStep.RUNNING.name())
            .param("at", now())
            .param("report", MAPPER.writeValueAsString(report))
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * Goes on to a step.
   *
   * @param from the steps from which it may go there
   * @return false where it is at another by now
   */
  @Transactional
  boolean step(Scope scope, UUID id, Set<ImportStep> from, ImportStep to, ImportReport report) {
    return jdbc.sql(
                """
                update register_import set step = :to, step_at = :at, report = :report
                where id = :id and step in (:from)
                """)
            .param("to", to.name())
            .param("at", now())
            .param("report", MAPPER.writeValueAsString(report))
            .param("id", id)
            .param("from", from.stream().map(ImportStep::name).toList())
            .update()
        == 1;
  }

  /** Notes who undid an import; false where somebody was faster. */
  @Transactional
  boolean takeBack(Scope scope, UUID id, String reason) {
    return jdbc.sql(
                """
                update register_import set step = :to, step_at = :at, taken_back_at = :at,
                  taken_back_by_name = :by, taken_back_reason = :reason
                where id = :id and step = :from
                """)
            .param("to", ImportStep.TAKEN_BACK.name())
            .param("from", ImportStep.DONE.name())
            .param("at", now())
            .param("by", scope.username())
            .param("reason", reason)
            .param("id", id)
            .update()
        == 1;
  }

  /** Says of those that were at work when the server stopped that they were interrupted. */
  @Transactional
  void interrupt() {
    jdbc.sql(
            """
            update register_import set step = :to, step_at = :at where step in (:working)
            """)
        .param("to", ImportStep.INTERRUPTED.name())
        .param("at", now())
        .param("working", names(ImportStep::isWorking))
        .update();
  }

  /** Keeps what a check found, in place of what an earlier one did. */
  @Transactional
  void keepFindings(Scope scope, UUID id, List<CheckFinding> findings, List<Twin> twins) {
    forget(id);
    List<Object[]> rows = new ArrayList<>();
    for (CheckFinding finding : findings) {
      rows.add(
          new Object[] {
            id,
            rows.size(),
            finding.at().sheet(),
            finding.at().row(),
            finding.at().column(),
            finding.isFault(),
            finding.kind(),
            MAPPER.writeValueAsString(finding.problem()),
            MAPPER.writeValueAsString(finding.remedy())
          });
    }
    batches.batchUpdate(
        """
        insert into register_import_finding (import_id, ordinal, sheet, row_number, column_number,
          fault, kind, problem, remedy)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    batches.batchUpdate(
        """
        insert into register_import_twin (import_id, sheet, row_number, record_id, differences)
        values (?, ?, ?, ?, ?)
        """,
        twins.stream()
            .map(
                twin ->
                    new Object[] {
                      id,
                      twin.sheet(),
                      twin.row(),
                      twin.record(),
                      MAPPER.writeValueAsString(twin.differences())
                    })
            .toList());
  }

  /** What the check found, in the order of the file; the caller may see the rows. */
  @Transactional(readOnly = true)
  List<CheckFinding> findings(Scope scope, UUID id) {
    return jdbc.sql(
            """
            select * from register_import_finding where import_id = :id
            order by sheet, row_number, column_number, ordinal
            """)
        .param("id", id)
        .query(ImportJobs::finding)
        .list();
  }

  /** The rows whose records are there already, in the order of the file. */
  @Transactional(readOnly = true)
  List<Twin> twins(Scope scope, UUID id) {
    return jdbc.sql(
            "select * from register_import_twin where import_id = :id order by sheet, row_number")
        .param("id", id)
        .query(
            (row, n) ->
                new Twin(
                    row.getString("sheet"),
                    row.getInt("row_number"),
                    row.getObject("record_id", UUID.class),
                    MAPPER.readValue(row.getString("differences"), DIFFERENCES)))
        .list();
  }

  private static CheckFinding finding(ResultSet row, int number) throws SQLException {
    return new CheckFinding(
        new CellAddress(
            row.getString("sheet"), row.getInt("row_number"), row.getInt("column_number")),
        row.getBoolean("fault"),
        row.getString("kind"),
        MAPPER.readValue(row.getString("problem"), Message.class),
        MAPPER.readValue(row.getString("remedy"), Message.class));
  }

  private static ImportJob job(ResultSet row, int number) throws SQLException {
    return new ImportJob(
        row.getObject("id", UUID.class),
        new RegisterId(row.getString("register")),
        new RegionCode(row.getString("region_code")),
        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
        row.getString("file_name"),
        Source.Kind.valueOf(row.getString("kind")),
        row.getObject("account_id", UUID.class),
        row.getString("account_name"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        ImportStep.valueOf(row.getString("step")),
        row.getObject("step_at", OffsetDateTime.class).toInstant(),
        MAPPER.readValue(row.getString("choice"), ImportChoice.class),
        MAPPER.readValue(row.getString("report"), ImportReport.class),
        ImportJob.Meeting.valueOf(row.getString("meeting")),
        moment(row, "done_at"),
        takenBack(row));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Optional<ImportJob.TakenBack> takenBack(ResultSet row) throws SQLException {
    Optional<Instant> at = moment(row, "taken_back_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ImportJob.TakenBack(
                at.get(), row.getString("taken_back_by_name"), row.getString("taken_back_reason")));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }
}
