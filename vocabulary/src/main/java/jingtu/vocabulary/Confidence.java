package jingtu.vocabulary;

/** How well a fact of a standard or a law was laid beside its printed page. */
public enum Confidence {
  /** Read in a source that names the standard, or in the text itself. */
  A,
  /** Two secondary sources agree. */
  B,
  /** Not verified: shown as such, and to be changed by whoever has the page. */
  C;

  /** Whether it is shown as unverified. */
  public boolean unverified() {
    return this == C;
  }
}
