package jingtu.server.duty.paper;

import java.util.List;
import jingtu.vocabulary.Finding;

/** What comes of making a paper. */
public sealed interface PaperOutcome {

  /** A file, and what it is called. */
  record Made(PaperFile file) implements PaperOutcome {}

  /** The region's own template asks for what there is not. */
  record Faulty(List<Finding> findings) implements PaperOutcome {
    public Faulty {
      findings = List.copyOf(findings);
    }
  }

  /** There is no such round-up, or the scope does not keep it. */
  record Unknown() implements PaperOutcome {}

  /** None of the organisations owes a report. */
  record NobodyOwes() implements PaperOutcome {}
}
