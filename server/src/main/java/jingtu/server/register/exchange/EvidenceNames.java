package jingtu.server.register.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.scope.Scope;

/**
 * What pieces of evidence are called in one file: by the name of their newest version, also where
 * they were taken out. Each is asked for once.
 */
final class EvidenceNames implements CellNames.Files {

  private static final int AT_ONCE = 500;

  private final Scope scope;
  private final Evidence evidence;
  private final Map<UUID, Optional<String>> names = new HashMap<>();

  EvidenceNames(Scope scope, Evidence evidence) {
    this.scope = scope;
    this.evidence = evidence;
  }

  @Override
  public Optional<String> find(UUID id) {
    expect(List.of(id));
    return names.getOrDefault(id, Optional.empty());
  }

  @Override
  public void expect(Collection<UUID> ids) {
    List<UUID> unknown = ids.stream().filter(id -> !names.containsKey(id)).distinct().toList();
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      List<UUID> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
      some.forEach(id -> names.put(id, Optional.empty()));
      for (PieceOfEvidence piece :
          evidence.list(scope, some.stream().map(EvidenceId::new).toList())) {
        names.put(piece.id().value(), Optional.of(piece.current().name()));
      }
    }
  }
}
