package jingtu.planreader.revision;

/** What can be found again in another version; all words are folded. */
interface Matchable {

  /** The headings above it, without their numbers; empty where that tells nothing. */
  String place();

  /** Its own heading; empty where it has none. */
  String name();

  /** What it says. */
  String text();
}
