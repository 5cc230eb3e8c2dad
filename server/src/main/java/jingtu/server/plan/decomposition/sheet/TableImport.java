package jingtu.server.plan.decomposition.sheet;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;

/**
 * A table that was taken, as one piece of history.
 *
 * @param by who took it, by the name of the account
 * @param undone whether it was undone, by whom and when
 */
public record TableImport(
    UUID id,
    String fileName,
    String by,
    Instant at,
    Optional<Undone> undone,
    List<Effect> effects) {

  public TableImport {
    effects = List.copyOf(effects);
  }

  /** Who undid an import, by the name of the account. */
  public record Undone(String by, Instant at) {}

  /**
   * What became of one item.
   *
   * @param replaced the texts that stood in the columns which were changed, in Chinese; none for an
   *     item that was added or removed
   * @param version the version that the import left
   */
  public record Effect(
      WorkItemId item, String code, Kind kind, Map<WorkItemColumn, String> replaced, int version) {

    /** What was done to it. */
    public enum Kind {
      ADDED,
      CHANGED,
      REMOVED
    }

    public Effect {
      Map<WorkItemColumn, String> ordered = new EnumMap<>(WorkItemColumn.class);
      ordered.putAll(replaced);
      replaced = ordered;
    }
  }

  /** How many items it did something of the kind to. */
  public int count(Effect.Kind kind) {
    return (int) effects.stream().filter(effect -> effect.kind() == kind).count();
  }
}
