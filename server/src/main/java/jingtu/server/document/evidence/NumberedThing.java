package jingtu.server.document.evidence;

import static jingtu.server.document.evidence.CatalogueKind.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thing in a package, with its place and those of its files.
 *
 * @param folder the name of its folder
 * @param missing what is not there, each as a sentence
 */
record NumberedThing(
    String number, String folder, ProvenThing thing, List<File> files, List<String> missing) {

  /** A file of it; {@code name} has its number. */
  record File(String number, String name, PieceOfEvidence.Version version) {}

  static NumberedThing of(
      PackageNames names, int at, ProvenThing thing, Map<EvidenceId, PieceOfEvidence> pieces) {
    List<EvidenceId> ids = thing.evidence().stream().distinct().toList();
    List<File> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (EvidenceId id : ids) {
      Optional<PieceOfEvidence> piece = Optional.ofNullable(pieces.get(id));
      Optional<String> whyNot = whyNot(piece);
      if (piece.isEmpty() || whyNot.isPresent()) {
        whyNot.ifPresent(missing::add);
        continue;
      }
      PieceOfEvidence.Version version = piece.get().current();
      String number = names.number(at, files.size() + 1, ids.size());
      files.add(new File(number, names.file(number, version.name()), version));
    }
    thing.missing().forEach(what -> missing.add(say("missing.wanted", what)));
    if (files.isEmpty() && missing.isEmpty()) {
      missing.add(say("missing.all"));
    }
    return new NumberedThing(
        names.number(at), names.folder(at, thing.heading()), thing, files, missing);
  }

  private static Optional<String> whyNot(Optional<PieceOfEvidence> piece) {
    if (piece.isEmpty()) {
      return Optional.of(say("missing.unseen"));
    }
    return piece
        .get()
        .removal()
        .map(out -> say("missing.removed", piece.get().current().name(), out.reason()));
  }
}
