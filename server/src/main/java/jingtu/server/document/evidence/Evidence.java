package jingtu.server.document.evidence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jingtu.server.audit.Audit;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.document.FileKind;
import jingtu.server.document.evidence.preview.Preview;
import jingtu.server.document.evidence.preview.Previews;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The evidence that was handed in: seen by those who may see its region, changed by those who may
 * act for the region and by whoever handed it in. The module whose record it hangs on decides
 * further who may hang it there, and how long it stays as it is: see {@link EvidenceHold}.
 */
@Service
public class Evidence {

  private final EvidenceRows rows;
  private final JdbcClient jdbc;
  private final Documents documents;
  private final EvidenceCheck check;
  private final Previews previews;
  private final Regions regions;
  private final Audit audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ObjectProvider<EvidenceHold> holds;

  Evidence(
      EvidenceRows rows,
      JdbcClient jdbc,
      Documents documents,
      EvidenceCheck check,
      Previews previews,
      Regions regions,
      Audit audit,
      Identifiers identifiers,
      Clock clock,
      TransactionTemplate transaction,
      ObjectProvider<EvidenceHold> holds) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.documents = documents;
    this.check = check;
    this.previews = previews;
    this.regions = regions;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.transaction = transaction;
    this.holds = holds;
  }

  /** What comes of a change. Whatever is not {@link Done} has changed nothing. */
  public sealed interface Outcome {

    /** The piece as it is now. */
    record Done(PieceOfEvidence piece) implements Outcome {}

    /** The file may not come in. */
    record Refused(Finding finding) implements Outcome {}

    /** Somebody else was quicker; so it is now. */
    record Overtaken(PieceOfEvidence piece) implements Outcome {}

    /**
     * What is settled was proven with it.
     *
     * @param by at least one, as {@link EvidenceHold} tells them
     */
    record Held(PieceOfEvidence piece, List<Finding> by) implements Outcome {

      public Held {
        by = List.copyOf(by);
      }
    }

    /** There is no such piece, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The scope sees it, or the region, and may not change it. */
    record NotYours() implements Outcome {}
  }

  /**
   * Takes in a new piece for a region that the scope sees: a township hands in for a record of its
   * county.
   *
   * @param name what the sender's machine calls the file
   * @param note at most 500 characters, may be empty
   */
  public Outcome add(Scope scope, RegionCode region, String name, byte[] content, String note) {
    if (regions.find(scope, region).isEmpty()) {
      return new Outcome.NotYours();
    }
    return switch (check.check(name, content)) {
      case EvidenceCheck.Outcome.Refused(Finding finding) -> new Outcome.Refused(finding);
      case EvidenceCheck.Outcome.Accepted file ->
          inTransaction(() -> store(scope, region, file, note));
    };
  }

  /**
   * Takes in a newer version; the older ones stay readable.
   *
   * @param version the newest that whoever replaces it saw
   */
  public Outcome replace(
      Scope scope, EvidenceId id, int version, String name, byte[] content, String note) {
    return changing(
        scope,
        id,
        piece ->
            switch (check.check(name, content)) {
              case EvidenceCheck.Outcome.Refused(Finding finding) -> new Outcome.Refused(finding);
              case EvidenceCheck.Outcome.Accepted file ->
                  unlessHeld(scope, piece, () -> storeVersion(scope, piece, version, file, note));
            });
  }

  /** Takes a piece out, which is told wherever it hangs; nothing happens to one that is out. */
  public Outcome remove(Scope scope, EvidenceId id, String reason) {
    return changing(
        scope, id, piece -> unlessHeld(scope, piece, () -> takeOut(scope, piece, reason)));
  }

  /** Puts a piece back; nothing happens to one that is there. */
  public Outcome restore(Scope scope, EvidenceId id) {
    return changing(scope, id, piece -> unlessHeld(scope, piece, () -> putBack(scope, piece)));
  }

  public Optional<PieceOfEvidence> find(Scope scope, EvidenceId id) {
    return list(scope, List.of(id)).stream().findFirst();
  }

  /**
   * Those of the pieces that the scope sees, in the order of {@code ids}; also those that were
   * removed. One query, whatever their number.
   */
  public List<PieceOfEvidence> list(Scope scope, Collection<EvidenceId> ids) {
    return rows.list(scope, ids);
  }

  /**
   * What keeps each of the pieces as it is; those that nothing does are left out. As many queries
   * as there are kinds of things that do, whatever the number of pieces.
   */
  public Map<EvidenceId, List<Finding>> held(Scope scope, Collection<EvidenceId> ids) {
    Map<EvidenceId, List<Finding>> held = new HashMap<>();
    if (!ids.isEmpty()) {
      holds
          .orderedStream()
          .forEach(
              hold ->
                  hold.on(scope, ids)
                      .forEach(
                          (id, by) ->
                              held.computeIfAbsent(id, any -> new ArrayList<>()).addAll(by)));
    }
    return held;
  }

  /**
   * Lets nobody change the pieces until the transaction ends: what it settles was proven with them
   * as they are now, and from then on an {@link EvidenceHold} tells so.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void holdStill(Scope scope, Collection<EvidenceId> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("select id from evidence where id in (:ids) order by id for update")
          .param("ids", ids.stream().map(EvidenceId::value).toList())
          .query()
          .listOfRows();
    }
  }

  /** The bytes of a version as they were handed in. */
  public Optional<byte[]> findContent(Scope scope, EvidenceId id, int version) {
    return find(scope, id)
        .flatMap(piece -> piece.findVersion(version))
        .flatMap(found -> documents.findContent(scope, found.document()));
  }

  /**
   * A page of a version as a picture.
   *
   * @param page counts from 1
   */
  public Optional<Preview> findPreview(Scope scope, EvidenceId id, int version, int page) {
    return find(scope, id)
        .flatMap(piece -> piece.findVersion(version))
        .filter(found -> page >= 1 && page <= found.pages())
        .flatMap(
            found ->
                documents
                    .findContent(scope, found.document())
                    .flatMap(content -> previews.draw(kind(found), content, page)));
  }

  /** Whether the scope may replace, remove and restore a piece. */
  public boolean mayChange(Scope scope, PieceOfEvidence piece) {
    return piece.addedBy().equals(scope.account()) || regions.governs(scope, piece.region());
  }

  private Outcome changing(Scope scope, EvidenceId id, Function<PieceOfEvidence, Outcome> change) {
    Optional<PieceOfEvidence> piece = find(scope, id);
    if (piece.isEmpty()) {
      return new Outcome.Unknown();
    }
    return mayChange(scope, piece.get()) ? change.apply(piece.get()) : new Outcome.NotYours();
  }

  /** Asked once the piece is held still: nobody settles anything with it meanwhile. */
  private Outcome unlessHeld(Scope scope, PieceOfEvidence piece, Supplier<Outcome> change) {
    return inTransaction(
        () -> {
          holdStill(scope, List.of(piece.id()));
          List<Finding> by = held(scope, List.of(piece.id())).getOrDefault(piece.id(), List.of());
          return by.isEmpty() ? change.get() : new Outcome.Held(piece, by);
        });
  }

  private Outcome inTransaction(Supplier<Outcome> change) {
    return transaction.execute(status -> change.get());
  }

  private Outcome store(
      Scope scope, RegionCode region, EvidenceCheck.Outcome.Accepted file, String note) {
    EvidenceId id = new EvidenceId(identifiers.next());
    jdbc.sql(
            """
            insert into evidence (id, region_code, added_by, current_version)
            values (:id, :region, :by, 1)
            """)
        .param("id", id.value())
        .param("region", region.digits())
        .param("by", scope.account())
        .update();
    insertVersion(scope, id, region, 1, file, note);
    audit.record(scope, "evidence.added", id.value().toString(), file.upload().name());
    return done(scope, id);
  }

  private Outcome storeVersion(
      Scope scope,
      PieceOfEvidence piece,
      int version,
      EvidenceCheck.Outcome.Accepted file,
      String note) {
    int changed =
        jdbc.sql(
                """
                update evidence set current_version = :next
                where id = :id and current_version = :version and removed_at is null
                """)
            .param("id", piece.id().value())
            .param("version", version)
            .param("next", version + 1)
            .update();
    if (changed == 0) {
      return find(scope, piece.id())
          .<Outcome>map(Outcome.Overtaken::new)
          .orElseGet(Outcome.Unknown::new);
    }
    insertVersion(scope, piece.id(), piece.region(), version + 1, file, note);
    audit.record(
        scope,
        "evidence.replaced",
        piece.id().value().toString(),
        piece.current().name() + " → " + file.upload().name());
    return done(scope, piece.id());
  }

  private void insertVersion(
      Scope scope,
      EvidenceId id,
      RegionCode region,
      int ordinal,
      EvidenceCheck.Outcome.Accepted file,
      String note) {
    DocumentId document = documents.store(scope, region, file.upload());
    jdbc.sql(
            """
            insert into evidence_version (evidence_id, ordinal, document_id, pages, note,
              uploaded_by_name)
            values (:id, :ordinal, :document, :pages, :note, :by)
            """)
        .param("id", id.value())
        .param("ordinal", ordinal)
        .param("document", document.value())
        .param("pages", file.pages())
        .param("note", note.strip())
        .param("by", scope.username())
        .update();
  }

  private Outcome takeOut(Scope scope, PieceOfEvidence piece, String reason) {
    int changed =
        jdbc.sql(
                """
                update evidence
                set removed_by_name = :by, removed_at = :at, removal_reason = :reason
                where id = :id and removed_at is null
                """)
            .param("id", piece.id().value())
            .param("by", scope.username())
            .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
            .param("reason", reason.strip())
            .update();
    if (changed > 0) {
      audit.record(
          scope,
          "evidence.removed",
          piece.id().value().toString(),
          piece.current().name() + ": " + reason.strip());
    }
    return done(scope, piece.id());
  }

  private Outcome putBack(Scope scope, PieceOfEvidence piece) {
    int changed =
        jdbc.sql(
                """
                update evidence
                set removed_by_name = null, removed_at = null, removal_reason = null
                where id = :id and removed_at is not null
                """)
            .param("id", piece.id().value())
            .update();
    if (changed > 0) {
      audit.record(
          scope, "evidence.restored", piece.id().value().toString(), piece.current().name());
    }
    return done(scope, piece.id());
  }

  private Outcome done(Scope scope, EvidenceId id) {
    return find(scope, id).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unknown::new);
  }

  private static FileKind kind(PieceOfEvidence.Version version) {
    return FileKind.ofMediaType(version.mediaType());
  }
}
