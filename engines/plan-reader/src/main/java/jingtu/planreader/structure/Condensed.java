package jingtu.planreader.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.Span;
import jingtu.planreader.grammar.PageFooter;

/**
 * A document's words without white space and without page footers. Each character knows where it
 * stands in the document, so that what is read from the condensed text can point to the printed
 * one.
 *
 * <p>Line breaks survive as {@link Line}s. Positions here count UTF-16 units of the condensed text;
 * {@link #span} turns them into code points of the document.
 */
public final class Condensed {

  /** — 12 — printed inside the text or on a line of its own. */
  private static final Pattern FOOTER =
      Pattern.compile("[—－]{1,2}\\s{0,4}\\d{1,4}\\s{0,4}[—－]{1,2}");

  private final String text;
  private final int[] at;
  private final BitSet blanks;
  private final List<Line> lines;

  private Condensed(String text, int[] at, BitSet blanks, List<Line> lines) {
    this.text = text;
    this.at = at;
    this.blanks = blanks;
    this.lines = List.copyOf(lines);
  }

  /**
   * A line of the document that holds words, or a table cell that may hold none.
   *
   * @param from where its words begin in the condensed text
   * @param to where they end
   * @param gap the first place inside the line, some characters in, where a blank stood; -1 if none
   * @param tabs where the words after each of its tabs begin
   * @param cell whether its only tab opens it, as where each table cell has a line of its own
   * @param afterBlank whether an empty line stands before it
   * @param afterFooter whether a page footer stands before it
   * @param boilerplate whether it is printed around the document and no part of it
   */
  public record Line(
      int from,
      int to,
      int gap,
      List<Integer> tabs,
      boolean cell,
      boolean afterBlank,
      boolean afterFooter,
      boolean boilerplate) {

    public Line {
      tabs = List.copyOf(tabs);
    }

    /** Whether it is a row of a table, its cells parted by tabs. */
    boolean isRow() {
      return !cell && tabs.size() >= 2;
    }
  }

  /** Condenses a document, of which some spans are no part of it. */
  public static Condensed of(String document, List<Span> boilerplate) {
    Builder builder = new Builder(document, boilerplate);
    int start = 0;
    while (start <= document.length()) {
      int end = document.indexOf('\n', start);
      builder.line(start, end < 0 ? document.length() : end);
      start = (end < 0 ? document.length() : end) + 1;
    }
    return builder.build();
  }

  public String text() {
    return text;
  }

  public List<Line> lines() {
    return lines;
  }

  /** Whether a blank stands before a character, inside its line. */
  public boolean blankBefore(int position) {
    return blanks.get(position);
  }

  /** Where in the condensed text the words from a code point of the document on begin. */
  public int position(int codePoint) {
    int found = Arrays.binarySearch(at, codePoint);
    return found >= 0 ? found : -found - 1;
  }

  /** The stretch of the document from one character of the condensed text up to another. */
  public Span span(int from, int to) {
    if (from >= to) {
      int place = from < at.length ? at[from] : at.length == 0 ? 0 : at[at.length - 1] + 1;
      return new Span(place, place);
    }
    return new Span(at[from], at[to - 1] + 1);
  }

  private static final class Builder {
    private final String document;
    private final List<Span> boilerplate;
    private final StringBuilder words = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> tabs = new ArrayList<>();
    private int[] at = new int[1024];
    private final BitSet blanks = new BitSet();
    private int codePoints;
    private int nextBoilerplate;
    private boolean blank;
    private boolean footer;

    Builder(String document, List<Span> boilerplate) {
      this.document = document;
      this.boilerplate = boilerplate;
    }

    void line(int start, int end) {
      String line = document.substring(start, end);
      int lineStart = codePoints;
      codePoints += line.codePointCount(0, line.length()) + 1;
      if (PageFooter.LINE.matcher(line).matches()) {
        footer = true;
        return;
      }
      int from = words.length();
      tabs.clear();
      int gap = condense(line, lineStart);
      if (words.length() == from && tabs.size() != 1) {
        boolean printed = FOOTER.matcher(line).find();
        blank |= !printed;
        footer |= printed;
        return;
      }
      boolean around = isBoilerplate(lineStart);
      lines.add(new Line(from, words.length(), gap, tabs, opensCell(line), blank, footer, around));
      blank = false;
      footer = false;
    }

    /** Adds the words of a line, and tells the first gap at least four characters into them. */
    private int condense(String line, int lineStart) {
      int from = words.length();
      int gap = -1;
      boolean space = false;
      Matcher footers = FOOTER.matcher(line);
      int nextFooter = footers.find() ? footers.start() : line.length();
      int codePoint = lineStart;
      for (int i = 0; i < line.length(); i++) {
        if (i == nextFooter) {
          codePoint += footers.end() - i;
          i = footers.end() - 1;
          nextFooter = footers.find() ? footers.start() : line.length();
          continue;
        }
        char c = line.charAt(i);
        if (isSpace(c)) {
          space = true;
          if (c == '\t') {
            tabs.add(words.length());
          }
        } else {
          if (space && gap < 0 && words.length() - from >= 4) {
            gap = words.length();
          }
          if (space && words.length() > from) {
            blanks.set(words.length());
          }
          space = false;
          add(c, codePoint);
        }
        codePoint += Character.isHighSurrogate(c) ? 0 : 1;
      }
      return gap;
    }

    private void add(char c, int codePoint) {
      if (words.length() == at.length) {
        at = Arrays.copyOf(at, at.length * 2);
      }
      at[words.length()] = codePoint;
      words.append(c);
    }

    private boolean opensCell(String line) {
      return line.startsWith("\t") && tabs.size() == 1;
    }

    private boolean isBoilerplate(int lineStart) {
      while (nextBoilerplate < boilerplate.size()
          && boilerplate.get(nextBoilerplate).end() <= lineStart) {
        nextBoilerplate++;
      }
      return nextBoilerplate < boilerplate.size()
          && boilerplate.get(nextBoilerplate).start() <= lineStart;
    }

    private static boolean isSpace(char c) {
      return Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || c == '\uFEFF'
          || (c >= '\u200B' && c <= '\u200F');
    }

    Condensed build() {
      return new Condensed(words.toString(), Arrays.copyOf(at, words.length()), blanks, lines);
    }
  }
}
