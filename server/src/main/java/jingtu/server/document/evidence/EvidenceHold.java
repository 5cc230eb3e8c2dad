package jingtu.server.document.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;

/**
 * What is settled in a module and was proven with evidence: while it is, its pieces are neither
 * replaced nor taken out nor put back. The module whose records the pieces hang on knows, and
 * implements this. Whoever settles something holds its pieces first, by {@link Evidence#holdStill}.
 */
public interface EvidenceHold {

  /** One piece, and one thing that holds it. */
  record Held(EvidenceId piece, Finding by) {

    /** By piece, in the order in which they are given. */
    public static Map<EvidenceId, List<Finding>> byPiece(List<Held> held) {
      return held.stream().collect(groupingBy(Held::piece, mapping(Held::by, toList())));
    }
  }

  /**
   * What holds each of the pieces, as findings: where that is, what it is, and what would let the
   * piece go. It is named only where the scope sees it, and told without a name otherwise. Pieces
   * that nothing holds are left out. One query, whatever their number.
   */
  Map<EvidenceId, List<Finding>> on(Scope scope, Collection<EvidenceId> pieces);
}
