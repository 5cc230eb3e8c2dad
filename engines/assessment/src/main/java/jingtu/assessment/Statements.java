package jingtu.assessment;

import java.util.Optional;
import jingtu.standards.Edition;

/** What an edition says of outcomes. A statement that it lacks is not invented. */
record Statements(Edition edition) {

  /**
   * What it says of an outcome.
   *
   * @param hasControl whether the analyte has a control value there
   */
  Optional<Edition.Statement> of(Outcome outcome, boolean hasControl) {
    String condition = hasControl ? "control" : "no-control";
    return find(outcome, Optional.of(condition)).or(() -> find(outcome, Optional.empty()));
  }

  private Optional<Edition.Statement> find(Outcome outcome, Optional<String> condition) {
    return edition.statements().stream()
        .filter(it -> it.outcome().equals(outcome.name()) && it.condition().equals(condition))
        .findFirst();
  }

  /** What it says of a content above the screening value but not above the background. */
  Optional<Edition.Statement> ofBackground() {
    return edition.statements().stream()
        .filter(it -> it.condition().equals(Optional.of("background")))
        .findFirst();
  }
}
