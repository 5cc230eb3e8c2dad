package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.register.record.FieldValue;

/**
 * What somebody gives with a step.
 *
 * @param reason may be empty
 * @param set values that are filled in with it, by field id
 * @param evidence the files that are handed in, by their kind
 */
public record StepTaken(
    String reason, Map<String, FieldValue> set, Map<String, List<UUID>> evidence) {

  public StepTaken {
    set = Map.copyOf(set);
    evidence =
        evidence.entrySet().stream()
            .filter(handed -> !handed.getValue().isEmpty())
            .collect(
                toUnmodifiableMap(
                    Map.Entry::getKey, handed -> handed.getValue().stream().distinct().toList()));
  }

  /** Nothing but that the step is taken. */
  public static StepTaken plainly() {
    return new StepTaken("", Map.of(), Map.of());
  }
}
