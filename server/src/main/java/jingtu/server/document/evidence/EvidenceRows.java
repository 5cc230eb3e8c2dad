package jingtu.server.document.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored pieces of evidence with all their versions, as a scope sees them. */
@Repository
class EvidenceRows {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final Regions regions;

  EvidenceRows(JdbcClient jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /** Those of the pieces that the scope sees, in the order of {@code ids}. */
  List<PieceOfEvidence> list(Scope scope, Collection<EvidenceId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<EvidenceId, List<Row>> found = new LinkedHashMap<>();
    ids.forEach(id -> found.put(id, new ArrayList<>()));
    jdbc.sql(
            """
            select e.id, e.region_code, e.added_by, e.removed_by_name, e.removed_at,
              e.removal_reason, v.ordinal, v.document_id, v.pages, v.note, v.uploaded_by_name,
              d.name, d.media_type, d.size_bytes, d.sha256, d.uploaded_at
            from evidence e
            join evidence_version v on v.evidence_id = e.id
            join document d on d.id = v.document_id
            where e.id in (:ids) and e.region_code in (:regions)
            order by v.ordinal desc
            """)
        .param("ids", found.keySet().stream().map(EvidenceId::value).toList())
        .param("regions", visible(scope))
        .query(EvidenceRows::row)
        .list()
        .forEach(row -> found.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    return found.values().stream().filter(rows -> !rows.isEmpty()).map(Row::piece).toList();
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }

  /** A version with what is known of its piece. */
  private record Row(
      EvidenceId id,
      RegionCode region,
      UUID addedBy,
      Optional<PieceOfEvidence.Removal> removal,
      PieceOfEvidence.Version version) {

    static PieceOfEvidence piece(List<Row> rows) {
      Row any = rows.getFirst();
      return new PieceOfEvidence(
          any.id(),
          any.region(),
          any.addedBy(),
          rows.stream().map(Row::version).toList(),
          any.removal());
    }
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new EvidenceId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        row.getObject("added_by", UUID.class),
        removal(row),
        new PieceOfEvidence.Version(
            row.getInt("ordinal"),
            new DocumentId(row.getObject("document_id", UUID.class)),
            row.getString("name"),
            row.getString("media_type"),
            row.getLong("size_bytes"),
            row.getString("sha256"),
            row.getInt("pages"),
            row.getString("note"),
            row.getString("uploaded_by_name"),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant()));
  }

  private static Optional<PieceOfEvidence.Removal> removal(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("removed_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(
            new PieceOfEvidence.Removal(
                row.getString("removed_by_name"), at.toInstant(), row.getString("removal_reason")));
  }
}
