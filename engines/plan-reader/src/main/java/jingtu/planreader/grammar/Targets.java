package jingtu.planreader.grammar;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The targets that some words set.
 *
 * @param last what the last of them measures; words after it may leave that out
 */
record Targets(List<TargetPhrase> all, Optional<Subject> last) {

  static final Targets NONE = new Targets(List.of(), Optional.empty());

  Targets {
    all = List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** These, or others where there are none. */
  Targets or(Supplier<Targets> others) {
    return isEmpty() ? others.get() : this;
  }
}
