package jingtu.server.document.evidence.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.edge.SaidFinding;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence.
 *
 * @param versions the newest first
 * @param removal where it was taken out
 * @param changeable whether the account may replace, remove and restore it, once nothing holds it
 * @param held what keeps it as it is, as a refusal would say
 */
record EvidenceView(
    UUID id,
    String regionCode,
    List<EvidenceVersionView> versions,
    @Nullable EvidenceRemovalView removal,
    boolean changeable,
    List<SaidFinding> held) {

  /** A piece that was changed just now, so that nothing holds it. */
  static EvidenceView unheld(PieceOfEvidence piece, boolean changeable) {
    return of(piece, changeable, List.of(), Language.ZH);
  }

  static EvidenceView of(
      PieceOfEvidence piece, boolean changeable, List<Finding> held, Language language) {
    return new EvidenceView(
        piece.id().value(),
        piece.region().digits(),
        piece.versions().stream().map(EvidenceVersionView::of).toList(),
        EvidenceRemovalView.of(piece.removal()),
        changeable,
        held.stream().map(by -> SaidFinding.of(by, language)).toList());
  }

  /**
   * One file of it.
   *
   * @param pages how many pages can be previewed; 0 where there is no preview
   */
  record EvidenceVersionView(
      int version,
      String name,
      String mediaType,
      long sizeBytes,
      String sha256,
      int pages,
      String note,
      String by,
      Instant at) {

    static EvidenceVersionView of(PieceOfEvidence.Version version) {
      return new EvidenceVersionView(
          version.ordinal(),
          version.name(),
          version.mediaType(),
          version.sizeBytes(),
          version.sha256(),
          version.pages(),
          version.note(),
          version.by(),
          version.at());
    }
  }

  /** Who took it out, and why. */
  record EvidenceRemovalView(String by, Instant at, String reason) {

    static @Nullable EvidenceRemovalView of(Optional<PieceOfEvidence.Removal> removal) {
      return removal
          .map(out -> new EvidenceRemovalView(out.by(), out.at(), out.reason()))
          .orElse(null);
    }
  }
}
