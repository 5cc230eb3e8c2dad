package jingtu.server.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ReadingLoader.Kept;
import jingtu.server.plan.ReadingLoader.KeptFinding;
import jingtu.server.plan.entry.JsonText;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The plan register. A plan is seen in its own region, in those above it and in those below. */
@Repository
public class Plans {

  private static final String SELECT =
      """
      select plan.*, plan_entry.title as entry_title,
        plan_entry.document_number as entry_number, plan_entry.issuer as entry_issuer,
        plan_entry.issued_on as entry_issued_on, plan_entry.kind, plan_entry.plan_level, plan_entry.valid_from, plan_entry.valid_to,
        parent.id as parent_id, plan_entry.revises_id, plan_entry.revises_from, plan_entry.withdrawn_on,
        plan_entry.withdrawn_by, plan_entry.archived_on, plan_entry.life_version, revised_by, revised_from,
        plan_import.document_id, plan_import.imported_at, plan_import.imported_by_name,
        (select count(*) from task where task.plan_id = plan.id) as task_count,
        (select count(*) from plan_finding
          where plan_finding.import_id = plan.import_id and settled_at is null
            and (plan_finding.plan_id = plan.id or plan_finding.plan_id is null)) as finding_count
      from plan join plan_import on plan_import.id = plan.import_id
        join plan_entry on plan_entry.plan_id = plan.id
        left join plan parent
          on parent.id = plan_entry.parent_id and parent.region_code in (:regions)
        left join (select plan_id as revised_by, revises_id as revised_id, revises_from as revised_from
            from plan_entry where revises_id is not null) newer
          on newer.revised_id = plan.id
      where plan.region_code in (:regions)
      """;

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Regions regions;
  private final Identifiers identifiers;

  Plans(JdbcClient jdbc, JdbcTemplate batches, Regions regions, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.regions = regions;
    this.identifiers = identifiers;
  }

  /** The plans that the scope sees, the latest issued first. */
  public List<RegisteredPlan> list(Scope scope) {
    return select(
            scope, "order by plan_entry.issued_on desc nulls last, imported_at desc, plan.ordinal")
        .query(Plans::summary)
        .list();
  }

  /** One line of the register; empty where the scope does not see the plan. */
  public Optional<RegisteredPlan> findSummary(Scope scope, PlanId id) {
    return select(scope, "and plan.id = :id")
        .param("id", id.value())
        .query(Plans::summary)
        .optional();
  }

  /** A plan with everything that was read of it, in a number of statements that does not grow. */
  @Transactional(readOnly = true)
  public Optional<StoredPlan> find(Scope scope, PlanId id) {
    return select(scope, "and plan.id = :id")
        .param("id", id.value())
        .query(PlanRow::of)
        .optional()
        .map(this::complete);
  }

  /** The plans of one file, in its order. */
  List<RegisteredPlan> listOfFile(Scope scope, DocumentId document) {
    return select(scope, "and plan_import.document_id = :document order by plan.ordinal")
        .param("document", document.value())
        .query(Plans::summary)
        .list();
  }

  /** The plans that this region has from a file with exactly these bytes. */
  List<RegisteredPlan> listOfBytes(Scope scope, RegionCode region, String sha256) {
    return select(
            scope,
            """
            and plan_import.region_code = :region and plan_import.sha256 = :sha256
            order by plan.ordinal
            """)
        .param("region", region.digits())
        .param("sha256", sha256)
        .query(Plans::summary)
        .list();
  }

  /**
   * Keeps all plans of a reading; {@code entries[i]} is what the register says of the i-th.
   *
   * @throws org.springframework.dao.DuplicateKeyException where the region has this file already
   */
  @Transactional
  void store(Scope scope, ImportedFile file, PlanReading reading, List<RegisterEntry> entries) {
    UUID importId = identifiers.next();
    jdbc.sql(
            """
            insert into plan_import (id, document_id, region_code, sha256, text,
              imported_by, imported_by_name, imported_at)
            values (:id, :document, :region, :sha256, :text, :by, :byName, :at)
            """)
        .param("id", importId)
        .param("document", file.document().value())
        .param("region", file.region().digits())
        .param("sha256", file.sha256())
        .param("text", reading.text())
        .param("by", scope.account())
        .param("byName", scope.username())
        .param("at", file.at().atOffset(ZoneOffset.UTC))
        .update();
    new ReadingRows(identifiers, importId, file.region(), reading, entries).write(batches);
  }

  /** Writes another entry for a plan that the scope sees. */
  @Transactional
  void correct(Scope scope, PlanId id, RegisterEntry entry) {
    jdbc.sql(
            """
            update plan_entry set title = :title, document_number = :number, issuer = :issuer,
              issued_on = :issuedOn, kind = :kind, plan_level = :level, valid_from = :from,
              valid_to = :to, parent_id = :parent
            where plan_id in (select id from plan where id = :id and region_code in (:regions))
            """)
        .param("title", entry.title())
        .param("number", entry.number().orElse(null))
        .param("issuer", entry.issuer().orElse(null))
        .param("issuedOn", entry.issuedOn().orElse(null))
        .param("kind", entry.kind().name())
        .param("level", entry.level().name())
        .param("from", entry.validity().from().orElse(null))
        .param("to", entry.validity().to().orElse(null))
        .param("parent", entry.parent().map(PlanId::value).orElse(null))
        .param("id", id.value())
        .param("regions", visible(scope))
        .update();
  }

  /** Removes all plans of a file and what was read of them; false where there were none. */
  @Transactional
  boolean removeFile(Scope scope, DocumentId document) {
    return jdbc.sql(
                """
                delete from plan_import where document_id = :document and region_code in (:regions)
                """)
            .param("document", document.value())
            .param("regions", visible(scope))
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec select(Scope scope, String rest) {
    return jdbc.sql(SELECT + rest).param("regions", visible(scope));
  }

  private StoredPlan complete(PlanRow row) {
    ReadingLoader rows = new ReadingLoader(jdbc, row.summary().id());
    List<Kept<Goal>> goals = rows.goals();
    List<Kept<Task>> tasks = rows.tasks();
    List<Kept<Obligation>> obligations = rows.obligations();
    List<KeptFinding> findings = rows.findings();
    List<KeptFinding> ofFile = rows.fileFindings(row.importId());
    ReadPlan reading =
        new ReadPlan(
            row.head(),
            row.span(),
            readings(goals),
            readings(tasks),
            readings(obligations),
            findings.stream().map(KeptFinding::doubt).toList());
    return new StoredPlan(
        row.summary(),
        text(row.importId()),
        rows.passages(row.importId()),
        reading,
        new EntryStates(states(goals), states(tasks), states(obligations)),
        ofFile.stream().map(KeptFinding::doubt).toList(),
        Stream.concat(findings.stream(), ofFile.stream()).map(KeptFinding::state).toList());
  }

  private static <T> List<T> readings(List<Kept<T>> entries) {
    return entries.stream().map(Kept::reading).toList();
  }

  private static <T> List<EntryState> states(List<Kept<T>> entries) {
    return entries.stream().map(Kept::state).toList();
  }

  private String text(UUID importId) {
    return jdbc.sql("select text from plan_import where id = :id")
        .param("id", importId)
        .query(String.class)
        .single();
  }

  private static RegisteredPlan summary(ResultSet row, int number) throws SQLException {
    return new RegisteredPlan(
        new PlanId(row.getObject("id", UUID.class)),
        new DocumentId(row.getObject("document_id", UUID.class)),
        entry(row),
        life(row),
        text(row, "disclosure"),
        new RegionCode(row.getString("region_code")),
        row.getInt("task_count"),
        row.getInt("finding_count"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by_name"));
  }

  private static RegisterEntry entry(ResultSet row) throws SQLException {
    return new RegisterEntry(
        row.getString("entry_title"),
        text(row, "entry_number"),
        text(row, "entry_issuer"),
        day(row, "entry_issued_on"),
        PlanKind.valueOf(row.getString("kind")),
        PlanLevel.valueOf(row.getString("plan_level")),
        new Validity(day(row, "valid_from"), day(row, "valid_to")),
        Optional.ofNullable(row.getObject("parent_id", UUID.class)).map(PlanId::new));
  }

  private static Life life(ResultSet row) throws SQLException {
    Optional<LocalDate> withdrawnOn = day(row, "withdrawn_on");
    String withdrawnBy = text(row, "withdrawn_by").orElse("");
    return new Life(
        revision(row, "revises_id", "revises_from"),
        revision(row, "revised_by", "revised_from"),
        withdrawnOn.map(on -> new Life.Withdrawal(on, withdrawnBy)),
        day(row, "archived_on"),
        row.getInt("life_version"));
  }

  private static Optional<Life.Revision> revision(ResultSet row, String other, String from)
      throws SQLException {
    Optional<LocalDate> day = day(row, from);
    return Optional.ofNullable(row.getObject(other, UUID.class))
        .flatMap(id -> day.map(since -> new Life.Revision(new PlanId(id), since)));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  /** The row of the plan itself, read whole. */
  private record PlanRow(RegisteredPlan summary, UUID importId, Span span, Head head) {

    static PlanRow of(ResultSet row, int number) throws SQLException {
      RegisteredPlan summary = Plans.summary(row, number);
      return new PlanRow(
          summary,
          row.getObject("import_id", UUID.class),
          new Span(row.getInt("start_offset"), row.getInt("end_offset")),
          new Head(
              new Span(row.getInt("head_start"), row.getInt("head_end")),
              row.getString("title"),
              text(row, "document_number"),
              text(row, "issuer"),
              day(row, "issued_on"),
              JsonText.words(row.getString("addressees")),
              JsonText.words(row.getString("basis")),
              text(row, "disclosure")));
    }
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }
}
