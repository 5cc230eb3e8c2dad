package jingtu.planreader.format;

import java.io.IOException;
import java.util.Optional;

/**
 * What reading one .pdf has cost so far. A file of a few kilobytes can unpack to gigabytes, and a
 * drawing that draws itself several times over can go on for years.
 */
final class PdfEffort {

  private long bytes;
  private int operators;
  private long cells;
  private Optional<Unreadable> refusal = Optional.empty();

  /** Ends the reading from inside PDFBox, which lets only this kind of exception through. */
  static final class Exhausted extends IOException {
    Exhausted() {
      super("too much effort");
    }
  }

  /** Counts unpacked bytes. */
  void unpack(int count) throws Exhausted {
    bytes += count;
    if (bytes > Limits.PDF_BYTES) {
      refuse(Unreadable.because("bomb", ".pdf", Limits.PDF_BYTES >> 20));
    }
  }

  /** Counts one instruction of a page; PDFBox may have swallowed an earlier end. */
  void operate() throws Exhausted {
    if (refusal.isPresent() || ++operators > Limits.PDF_OPERATORS) {
      refuse(refusal.orElseGet(() -> Unreadable.because("too-much-drawing", Limits.PDF_OPERATORS)));
    }
  }

  /** Refuses a page that prints more signs than paper holds. */
  void print(int signsOfPage) throws Exhausted {
    if (signsOfPage > Limits.PAGE_SIGNS) {
      refuse(Unreadable.because("too-full-page", Limits.PAGE_SIGNS));
    }
  }

  /** Counts the places of a table. */
  void layOut(long places) throws Exhausted {
    cells += places;
    if (cells > Limits.TABLE_CELLS) {
      refuse(Unreadable.because("too-many-cells", Limits.TABLE_CELLS));
    }
  }

  private void refuse(Unreadable because) throws Exhausted {
    refusal = Optional.of(because);
    throw new Exhausted();
  }

  /** Why reading had to end, if it had to. */
  Optional<Unreadable> refusal() {
    return refusal;
  }
}
