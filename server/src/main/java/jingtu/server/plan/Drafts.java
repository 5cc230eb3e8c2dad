package jingtu.server.plan;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.document.FileParts;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.entry.JsonText;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that wait to be adopted. Nothing of them lies in the register's tables or among the
 * documents, and only a coordinator who may fill the region sees them.
 */
@Repository
public class Drafts {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Regions regions;
  private final Identifiers identifiers;

  Drafts(JdbcClient jdbc, JdbcTemplate batches, Regions regions, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.regions = regions;
    this.identifiers = identifiers;
  }

  /** The drafts that the scope may adopt, the latest first. */
  @Transactional(readOnly = true)
  public List<Draft> list(Scope scope) {
    return governed(
        scope, select(scope, "order by imported_at desc, id desc").query(Drafts::draft).list());
  }

  @Transactional(readOnly = true)
  public Optional<Draft> find(Scope scope, DraftId id) {
    return governed(
            scope,
            select(scope, "and id = :id").param("id", id.value()).query(Drafts::draft).list())
        .stream()
        .findFirst();
  }

  /** What was found to be right in a draft, in no order. */
  @Transactional(readOnly = true)
  public Set<ReviewItem> listAccepted(Scope scope, DraftId id) {
    return find(scope, id).stream()
        .flatMap(
            draft ->
                jdbc
                    .sql("select item from plan_draft_accepted where draft_id = :id")
                    .param("id", draft.id().value())
                    .query(String.class)
                    .list()
                    .stream())
        .flatMap(item -> ReviewItem.of(item).stream())
        .collect(toSet());
  }

  /** Notes or takes back that something is right; false where the scope does not see the draft. */
  @Transactional
  public boolean accept(Scope scope, DraftId id, ReviewItem item, boolean right) {
    if (find(scope, id).isEmpty()) {
      return false;
    }
    jdbc.sql("delete from plan_draft_accepted where draft_id = :id and item = :item")
        .param("id", id.value())
        .param("item", item.toString())
        .update();
    if (right) {
      jdbc.sql("insert into plan_draft_accepted (draft_id, item) values (:id, :item)")
          .param("id", id.value())
          .param("item", item.toString())
          .update();
    }
    return true;
  }

  /** The draft that this region has of a file with exactly these bytes. */
  @Transactional(readOnly = true)
  Optional<Draft> findOfBytes(Scope scope, RegionCode region, String sha256) {
    return governed(
            scope,
            select(scope, "and region_code = :region and sha256 = :sha256")
                .param("region", region.digits())
                .param("sha256", sha256)
                .query(Drafts::draft)
                .list())
        .stream()
        .findFirst();
  }

  /**
   * Keeps a file until somebody adopts or discards it.
   *
   * @throws org.springframework.dao.DuplicateKeyException where the region has it as a draft
   *     already
   */
  @Transactional
  Draft store(
      Scope scope,
      RegionCode region,
      Upload upload,
      Optional<PlanId> revises,
      List<String> titles,
      Instant at) {
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into plan_draft (id, region_code, file_name, sha256, revises_id, titles,
              imported_by, imported_by_name, imported_at)
            values (:id, :region, :name, :sha256, :revises, :titles, :by, :byName, :at)
            """)
        .param("id", id)
        .param("region", region.digits())
        .param("name", upload.name())
        .param("sha256", upload.sha256())
        .param("revises", revises.map(PlanId::value).orElse(null))
        .param("titles", JsonText.of(titles))
        .param("by", scope.account())
        .param("byName", scope.username())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    batches.batchUpdate(
        "insert into plan_draft_part (draft_id, ordinal, bytes) values (?, ?, ?)",
        FileParts.rows(id, upload.content()));
    return new Draft(new DraftId(id), region, upload.name(), revises, titles, at, scope.username());
  }

  /** The file of a draft, as it was handed in; empty where the scope does not see it. */
  @Transactional(readOnly = true)
  Optional<Upload> findFile(Scope scope, DraftId id) {
    return find(scope, id).flatMap(this::findFile);
  }

  /** No file is empty, so a draft without parts was adopted or discarded a moment ago. */
  private Optional<Upload> findFile(Draft draft) {
    byte[] content =
        FileParts.join(
            jdbc.sql("select bytes from plan_draft_part where draft_id = :id order by ordinal")
                .param("id", draft.id().value()));
    return content.length == 0 ? Optional.empty() : Optional.of(upload(draft, content));
  }

  private static Upload upload(Draft draft, byte[] content) {
    return switch (UploadCheck.check(draft.fileName(), content, PlanFile.TAKEN)) {
      case UploadCheck.Outcome.Accepted(Upload upload) -> upload;
      case UploadCheck.Outcome.Rejected rejected ->
          throw new IllegalStateException("the file of draft " + draft.id() + " is damaged");
    };
  }

  /** Removes a draft whole; false where there is none or the scope does not see it. */
  @Transactional
  boolean remove(Scope scope, DraftId id) {
    return find(scope, id).isPresent()
        && jdbc.sql("delete from plan_draft where id = :id").param("id", id.value()).update() > 0;
  }

  private JdbcClient.StatementSpec select(Scope scope, String rest) {
    return jdbc.sql("select * from plan_draft where region_code in (:regions) " + rest)
        .param("regions", visible(scope));
  }

  /** Of some drafts those of regions that the scope may fill. */
  private List<Draft> governed(Scope scope, List<Draft> drafts) {
    Set<RegionCode> own =
        drafts.stream()
            .map(Draft::region)
            .distinct()
            .filter(region -> regions.governs(scope, region))
            .collect(toSet());
    return drafts.stream().filter(draft -> own.contains(draft.region())).toList();
  }

  /** The regions of which drafts may be seen at all: none for whoever is no coordinator. */
  private List<String> visible(Scope scope) {
    Stream<String> seen =
        scope.is(Role.COORDINATOR)
            ? regions.visibleTo(scope).stream().map(RegionCode::digits)
            : Stream.empty();
    return Stream.concat(Stream.of(NO_REGION), seen).toList();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        new DraftId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        row.getString("file_name"),
        Optional.ofNullable(row.getObject("revises_id", UUID.class)).map(PlanId::new),
        JsonText.words(row.getString("titles")),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by_name"));
  }
}
