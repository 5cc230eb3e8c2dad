package jingtu.server.document.evidence.preview;

/** What a first look at a file shows. */
public sealed interface Look {

  /** It can be opened; so many pages, at least one. */
  record Pages(int count) implements Look {}

  /** It asks for a password. */
  record Locked() implements Look {}

  /** It cannot be opened. */
  record Damaged() implements Look {}

  /** A picture larger than anything that is photographed or scanned. */
  record TooManyPixels(long width, long height) implements Look {}

  /** The look took more time or memory than it may; nothing is known. */
  record GivenUp() implements Look {}
}
