package jingtu.server.plan.correction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.plan.Stamp;

/**
 * A correction of a plan, as it is kept.
 *
 * @param number counts the changes of the plan, from 1
 * @param made by whom and when
 * @param undone by whom and when; empty where it holds
 * @param version what the entries that it touches got as their version, by it or by its undoing
 */
public record Change(
    UUID id,
    int number,
    ChangeKind kind,
    Stamp made,
    Optional<String> reason,
    Optional<Stamp> undone,
    int version,
    List<Replacement> replacements) {

  public Change {
    replacements = List.copyOf(replacements);
  }

  /** As the audit tells of it. */
  String tell() {
    return number
        + " "
        + kind
        + " "
        + replacements.stream()
            .map(replacement -> replacement.kind() + " " + replacement.id())
            .collect(Collectors.joining(", "));
  }
}
