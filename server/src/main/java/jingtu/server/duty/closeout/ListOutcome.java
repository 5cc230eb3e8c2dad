package jingtu.server.duty.closeout;

import jingtu.vocabulary.Finding;

/** What became of a wish to make or change a list. */
public sealed interface ListOutcome {

  /** Was done. */
  record Done(CloseOutList list) implements ListOutcome {}

  /** There is no such list, or none that the scope sees. */
  record Unknown() implements ListOutcome {}

  /** The scope sees it, and may not do this. */
  record NotYours() implements ListOutcome {}

  /** Somebody changed it since it was seen; this is what it is now. */
  record Stale(CloseOutList now) implements ListOutcome {}

  /** It has items, and only an empty list is taken away. */
  record NotEmpty(CloseOutList list, int items) implements ListOutcome {}

  /** Something is missing in what was said, or wrong. */
  record Faulty(Finding finding) implements ListOutcome {}
}
