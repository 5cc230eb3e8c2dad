package jingtu.server.document.evidence;

import java.util.List;

/**
 * Something that evidence hangs on, as a package shows it: a record of a register, a duty.
 *
 * @param heading what people call it
 * @param facts what a reader of the package should know of it, in their order
 * @param evidence the pieces that hang on it, in their order
 * @param missing what should hang on it and does not, in words
 */
public record ProvenThing(
    String heading, List<Fact> facts, List<EvidenceId> evidence, List<String> missing) {

  public ProvenThing {
    facts = List.copyOf(facts);
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }

  /** One line of what is known of it. */
  public record Fact(String label, String text) {}
}
