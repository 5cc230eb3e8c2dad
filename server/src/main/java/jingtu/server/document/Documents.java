package jingtu.server.document;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored files, each seen by those who may see its region. */
@Repository
public class Documents {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Regions regions;
  private final Identifiers identifiers;
  private final Clock clock;

  Documents(
      JdbcClient jdbc,
      JdbcTemplate batches,
      Regions regions,
      Identifiers identifiers,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.regions = regions;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Keeps a file for a region, in the caller's transaction where there is one. */
  @Transactional
  public DocumentId store(Scope scope, RegionCode region, Upload upload) {
    UUID id = identifiers.next();
    jdbc.sql(
            """
            insert into document
              (id, region_code, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
            values (:id, :region, :name, :mediaType, :size, :sha256, :by, :at)
            """)
        .param("id", id)
        .param("region", region.digits())
        .param("name", upload.name())
        .param("mediaType", upload.kind().mediaType())
        .param("size", upload.content().length)
        .param("sha256", upload.sha256())
        .param("by", scope.account())
        .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .update();
    batches.batchUpdate(
        "insert into document_part (document_id, ordinal, bytes) values (?, ?, ?)",
        FileParts.rows(id, upload.content()));
    return new DocumentId(id);
  }

  public Optional<Document> find(Scope scope, DocumentId id) {
    return jdbc.sql("select * from document where id = :id and region_code in (:regions)")
        .param("id", id.value())
        .param("regions", visible(scope))
        .query(Documents::document)
        .optional();
  }

  /** The bytes as they were handed in; empty where the scope does not see the document. */
  public Optional<byte[]> findContent(Scope scope, DocumentId id) {
    return find(scope, id).map(this::join);
  }

  /**
   * Writes the bytes as they were handed in, of which never more than a part lies in memory.
   *
   * @return how many were written: none where the scope does not see the document
   */
  public long copyContent(Scope scope, DocumentId id, OutputStream to) throws IOException {
    long written = 0;
    Optional<byte[]> part = find(scope, id).flatMap(document -> part(id, 0));
    for (int ordinal = 1; part.isPresent(); ordinal++) {
      to.write(part.get());
      written += part.get().length;
      part = part(id, ordinal);
    }
    return written;
  }

  private Optional<byte[]> part(DocumentId id, int ordinal) {
    return jdbc.sql(
            "select bytes from document_part where document_id = :id and ordinal = :ordinal")
        .param("id", id.value())
        .param("ordinal", ordinal)
        .query((row, n) -> row.getBytes("bytes"))
        .optional();
  }

  /** Forgets a file and its bytes; does nothing where the scope does not see it. */
  @Transactional
  public void remove(Scope scope, DocumentId id) {
    jdbc.sql("delete from document where id = :id and region_code in (:regions)")
        .param("id", id.value())
        .param("regions", visible(scope))
        .update();
  }

  private byte[] join(Document document) {
    return FileParts.join(
        jdbc.sql("select bytes from document_part where document_id = :id order by ordinal")
            .param("id", document.id().value()));
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        new DocumentId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }
}
