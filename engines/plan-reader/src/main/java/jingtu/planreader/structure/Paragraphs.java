package jingtu.planreader.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.grammar.ClauseFinder;
import jingtu.planreader.grammar.ClauseGrammar;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.grammar.Imprint;
import jingtu.planreader.grammar.Joints;
import jingtu.planreader.structure.Condensed.Line;

/**
 * Makes paragraphs of lines: joins lines that a page end or a narrow page cut apart, and parts
 * lines into which several numbered paragraphs ran together.
 */
public final class Paragraphs {

  /** A line break in text that wraps at a fixed width leaves lines of nearly this same length. */
  private static final int WRAP_SLACK = 2;

  private static final int FEWEST_WRAPPED = 12;

  /** A line of this length with a comma is no heading but running text. */
  private static final int RUNNING_TEXT = 25;

  private final Condensed text;
  private final List<Line> lines;
  private final int wrapWidth;
  private final boolean punctuated;

  private Paragraphs(Condensed text, List<Line> lines) {
    this.text = text;
    this.lines = lines;
    this.wrapWidth = wrapWidth(text, lines);
    this.punctuated = isPunctuated(text, lines);
  }

  /** The paragraphs of a text and the tables between them, in order. */
  public static List<Paragraph> of(Condensed text, List<Grid> tables) {
    List<Line> lines = new ArrayList<>();
    int next = 0;
    for (Line line : text.lines()) {
      while (next < tables.size()
          && tables.get(next).to() <= line.from()
          && line.to() > line.from()) {
        next++;
      }
      boolean inTable =
          next < tables.size()
              && tables.get(next).from() <= line.from()
              && line.to() <= tables.get(next).to();
      if (!inTable && line.to() > line.from()) {
        lines.add(line);
      }
    }
    List<Paragraph> all = new Paragraphs(text, lines).make();
    markImprints(all);
    tables.forEach(table -> all.add(Paragraph.of(table)));
    all.sort(Comparator.comparingInt(Paragraph::from));
    return all;
  }

  private static void markImprints(List<Paragraph> all) {
    for (int i = 0; i < all.size(); i++) {
      if (Imprint.isSure(all.get(i).words())) {
        all.set(i, all.get(i).asBoilerplate());
        for (int j = i - 1; j >= 0 && Imprint.isLikely(all.get(j).words()); j--) {
          all.set(j, all.get(j).asBoilerplate());
        }
      } else if (i > 0 && all.get(i - 1).boilerplate() && Imprint.isLikely(all.get(i).words())) {
        all.set(i, all.get(i).asBoilerplate());
      }
    }
  }

  private List<Paragraph> make() {
    List<Paragraph> made = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      Line first = lines.get(i);
      Line last = first;
      int opened = depth(0, first);
      while (i + 1 < lines.size() && joins(last, lines.get(i + 1), opened)) {
        last = lines.get(++i);
        opened = depth(opened, last);
      }
      i++;
      int gap = first.gap() < 0 ? -1 : first.gap() - first.from();
      String words = text.text().substring(first.from(), last.to());
      Paragraph whole =
          new Paragraph(first.from(), last.to(), gap, first.boilerplate(), words, Optional.empty());
      part(whole, made);
    }
    return made;
  }

  private int depth(int before, Line line) {
    return Joints.openAfter(before, text.text(), line.from(), line.to());
  }

  private boolean joins(Line line, Line next, int opened) {
    if (line.boilerplate() != next.boilerplate()
        || line.cell()
        || next.cell()
        || line.to() != next.from()) {
      return false;
    }
    String words = words(line);
    String following = words(next);
    if (Joints.beginsAnew(following)) {
      return false;
    }
    if (Joints.goesOn(words) || (opened > 0 && Joints.closesFirst(following))) {
      return true;
    }
    if (Joints.isComplete(words)) {
      return false;
    }
    boolean cutByHand =
        !next.afterBlank()
            && (Joints.cutsNumber(words, following) || (punctuated && Joints.stopsShort(words)));
    boolean cutByPage = next.afterFooter() && words.length() >= 10;
    boolean wrapped =
        wrapWidth > 0 && !next.afterBlank() && words.length() >= wrapWidth - WRAP_SLACK;
    return cutByPage || wrapped || cutByHand;
  }

  private String words(Line line) {
    return text.text().substring(line.from(), line.to());
  }

  /** Whether paragraphs end in a full stop, so that one without was cut apart. */
  private static boolean isPunctuated(Condensed text, List<Line> lines) {
    List<String> running =
        lines.stream()
            .map(line -> text.text().substring(line.from(), line.to()))
            .filter(words -> words.length() >= RUNNING_TEXT && words.indexOf('，') > 0)
            .toList();
    long complete = running.stream().filter(Joints::isComplete).count();
    return complete * 4 >= running.size() * 3L;
  }

  /** The common length of lines that end in the middle of a sentence; 0 where lines do not wrap. */
  private static int wrapWidth(Condensed text, List<Line> lines) {
    int[] count = new int[202];
    int cut = 0;
    for (Line line : lines) {
      int length = line.to() - line.from();
      if (length >= 18 && length < 200 && !line.cell()) {
        String words = text.text().substring(line.from(), line.to());
        if (!Joints.isComplete(words)) {
          count[length]++;
          cut++;
        }
      }
    }
    int best = 0;
    for (int width = 19; width < 200; width++) {
      best = near(count, width) > near(count, best) ? width : best;
    }
    boolean wraps = near(count, best) >= FEWEST_WRAPPED && near(count, best) * 2 >= cut;
    return wraps ? best : 0;
  }

  private static int near(int[] count, int width) {
    return width == 0 ? 0 : count[width - 1] + count[width] + count[width + 1];
  }

  /** Parts a paragraph into which others ran: after a clause, and before the next number. */
  private void part(Paragraph whole, List<Paragraph> made) {
    int start = 0;
    if (!ClauseGrammar.startsWithLabel(whole.words(), 0)) {
      for (int cut : cuts(whole)) {
        if (cut > start && cut < whole.words().length()) {
          made.add(whole.part(start, cut));
          start = cut;
        }
      }
    }
    made.add(whole.part(start, whole.words().length()));
  }

  private List<Integer> cuts(Paragraph whole) {
    String words = whole.words();
    List<Integer> cuts = new ArrayList<>();
    List<ClauseFinder.Found> clauses = ClauseFinder.in(words);
    int next = 0;
    Optional<Enumerator> last = Enumerator.at(words);
    for (int i = 1; i < words.length(); i++) {
      if (next < clauses.size() && clauses.get(next).to() == i) {
        cuts.add(i);
        next++;
        Optional<Enumerator> here = Enumerator.at(Joints.opening(words, i));
        last = here.isPresent() ? here : last;
        continue;
      }
      boolean spaced = text.blankBefore(whole.from() + i) && Joints.opensNumber(words.charAt(i));
      Optional<Enumerator> here =
          spaced || Joints.runsOn(words, i)
              ? Enumerator.at(Joints.opening(words, i))
              : Optional.empty();
      int deepest = spaced ? Enumerator.ITEM : Enumerator.ITEM - 1;
      boolean deeper =
          spaced && here.isPresent() && last.isPresent() && here.get().rank() > last.get().rank();
      if (here.isPresent()
          && here.get().rank() <= deepest
          && (deeper || follows(last, here.get()))) {
        cuts.add(i);
        last = here;
      }
    }
    return cuts;
  }

  /** The next number of the same style, or the first of another. */
  private static boolean follows(Optional<Enumerator> last, Enumerator here) {
    if (here.rank() < 2) {
      return false;
    }
    boolean next =
        last.isPresent()
            && last.get().rank() == here.rank()
            && here.number() == last.get().number() + 1;
    return next || here.number() == 1 || (last.isPresent() && here.rank() < last.get().rank());
  }
}
