package jingtu.server.document.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.DocumentId;
import jingtu.server.scope.RegionCode;

/**
 * A file that proves something, with what it was before it was replaced.
 *
 * @param addedBy the account that handed in the first version
 * @param versions at least one, the newest first
 * @param removal where it was taken out; it can be put back
 */
public record PieceOfEvidence(
    EvidenceId id,
    RegionCode region,
    UUID addedBy,
    List<Version> versions,
    Optional<Removal> removal) {

  public PieceOfEvidence {
    versions = List.copyOf(versions);
  }

  /**
   * One file.
   *
   * @param ordinal counts from 1
   * @param mediaType told from the content
   * @param sha256 64 lower-case hexadecimal digits
   * @param pages how many pages can be previewed; 0 for a file that has no preview
   * @param note what whoever handed it in wished to say, or nothing
   */
  public record Version(
      int ordinal,
      DocumentId document,
      String name,
      String mediaType,
      long sizeBytes,
      String sha256,
      int pages,
      String note,
      String by,
      Instant at) {}

  /** Who took it out, and why. */
  public record Removal(String by, Instant at, String reason) {}

  /** The newest version. */
  public Version current() {
    return versions.getFirst();
  }

  public Optional<Version> findVersion(int ordinal) {
    return versions.stream().filter(version -> version.ordinal() == ordinal).findFirst();
  }
}
