package jingtu.planreader.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.grammar.ClauseFinder;
import jingtu.planreader.grammar.ClauseGrammar;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.grammar.HeadingGrammar;

/**
 * Finds the headings among paragraphs and gives each paragraph its path.
 *
 * <p>A numbered paragraph is a heading when text stands under it: run in after its first sentence,
 * in the next paragraph, or under headings of a deeper style. A numbered paragraph without any is
 * text itself, and so is the last of a list of such sentences, whatever follows the list.
 */
public final class Outline {

  /**
   * Numbers of this rank and deeper part the text of a task, unless they have clauses of their own.
   */
  private static final int INSIDE_TASKS = Enumerator.ITEM + 1;

  private static final int SHORT_CHAPTER = 32;

  private final List<Paragraph> paragraphs;
  private final List<Optional<HeadingGrammar>> shapes = new ArrayList<>();
  private final List<List<ClauseFinder.Found>> clauses = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private Outline(List<Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
    for (Paragraph paragraph : paragraphs) {
      shapes.add(HeadingGrammar.read(paragraph.words(), paragraph.gap()));
      clauses.add(ClauseFinder.in(paragraph.words()));
    }
  }

  /** A heading under which we are. */
  private record Open(int rank, String words) {}

  /**
   * A paragraph in its place.
   *
   * @param level 1 for the outermost heading above or in it …; 0 where it holds no heading
   * @param headingEnd where its heading ends in its words; 0 where it holds none
   * @param bodyStart where its text begins; the end of its words where it is only a heading
   * @param path the headings above its text, its own run-in heading included
   * @param clauses the clauses in it, in order
   */
  public record Block(
      Paragraph paragraph,
      int level,
      int headingEnd,
      int bodyStart,
      List<String> path,
      List<ClauseFinder.Found> clauses) {

    public Block {
      path = List.copyOf(path);
      clauses = List.copyOf(clauses);
    }

    public boolean isHeading() {
      return level > 0;
    }

    /** Whether it says only who is responsible. */
    public boolean isClause() {
      return isLabelled() || (!clauses.isEmpty() && clauses.getFirst().from() == 0);
    }

    /** Whether a label such as 责任单位： or 完成时限： opens it. */
    public boolean isLabelled() {
      return level == 0 && ClauseGrammar.startsWithLabel(paragraph.words(), 0);
    }
  }

  /** Puts paragraphs in their places, below the headings that stand above all of them. */
  public static List<Block> of(List<Paragraph> paragraphs, List<String> above) {
    return new Outline(paragraphs).read(above);
  }

  private List<Block> read(List<String> above) {
    for (String heading : above) {
      open.addLast(new Open(-1, heading));
    }
    List<Block> blocks = new ArrayList<>(paragraphs.size());
    for (int i = 0; i < paragraphs.size(); i++) {
      blocks.add(block(i));
    }
    return blocks;
  }

  private Block block(int i) {
    Paragraph paragraph = paragraphs.get(i);
    String words = paragraph.words();
    if (!isHeading(i)) {
      return new Block(paragraph, 0, 0, 0, path(), clauses.get(i));
    }
    HeadingGrammar shape = shapes.get(i).orElseThrow();
    int rank = shape.enumerator().rank();
    while (!open.isEmpty() && open.getLast().rank() >= rank) {
      open.removeLast();
    }
    open.addLast(new Open(rank, words.substring(0, shape.headingEnd())));
    return new Block(
        paragraph, open.size(), shape.headingEnd(), shape.restStart(), path(), clauses.get(i));
  }

  private List<String> path() {
    return open.stream().map(Open::words).toList();
  }

  private boolean isHeading(int i) {
    Optional<HeadingGrammar> shape = shapes.get(i);
    if (shape.isEmpty() || isClauseOnly(i)) {
      return false;
    }
    return shape.get().standsAlone(paragraphs.get(i).words())
        ? hasTextBelow(i, shape.get())
        : runsIn(i, shape.get());
  }

  private boolean runsIn(int i, HeadingGrammar shape) {
    List<ClauseFinder.Found> own = clauses.get(i);
    boolean onlyClauseFollows = !own.isEmpty() && own.getFirst().from() <= shape.restStart();
    if (onlyClauseFollows) {
      return false;
    }
    return shape.enumerator().rank() < INSIDE_TASKS || !own.isEmpty();
  }

  private boolean hasTextBelow(int i, HeadingGrammar shape) {
    int rank = shape.enumerator().rank();
    String words = paragraphs.get(i).words();
    boolean chapter = rank <= 2 && words.length() <= SHORT_CHAPTER && !endsSentence(words);
    if (chapter) {
      return true;
    }
    if (words.endsWith("；") || words.endsWith(";")) {
      return false;
    }
    int next = next(i);
    if (next >= paragraphs.size()) {
      return false;
    }
    if (isClauseOnly(next)) {
      return clauseComesFirst(next);
    }
    Optional<Enumerator> below = Enumerator.at(paragraphs.get(next).words());
    if (below.isPresent()) {
      return below.get().rank() > rank;
    }
    return !(endsSentence(words) && (rank >= INSIDE_TASKS || endsListOfSentences(i, shape)));
  }

  /** Whether the entry right before it, numbered one less, is a sentence and no heading. */
  private boolean endsListOfSentences(int i, HeadingGrammar shape) {
    if (i == 0 || !endsSentence(paragraphs.get(i - 1).words())) {
      return false;
    }
    Optional<Enumerator> before = Enumerator.at(paragraphs.get(i - 1).words());
    return before
        .filter(number -> number.rank() == shape.enumerator().rank())
        .filter(number -> number.number() == shape.enumerator().number() - 1)
        .filter(number -> !isHeading(i - 1))
        .isPresent();
  }

  /** Whether the lines that say who is responsible stand above the text that they speak of. */
  private boolean clauseComesFirst(int clause) {
    int next = clause;
    while (next < paragraphs.size() && isClauseOnly(next)) {
      next = next(next);
    }
    if (next >= paragraphs.size() || Enumerator.at(paragraphs.get(next).words()).isPresent()) {
      return false;
    }
    int after = next(next);
    return after >= paragraphs.size() || !isClauseOnly(after);
  }

  private int next(int i) {
    int next = i + 1;
    while (next < paragraphs.size() && paragraphs.get(next).boilerplate()) {
      next++;
    }
    return next;
  }

  private boolean isClauseOnly(int i) {
    List<ClauseFinder.Found> found = clauses.get(i);
    return ClauseGrammar.startsWithLabel(paragraphs.get(i).words(), 0)
        || (!found.isEmpty() && found.getFirst().from() == 0);
  }

  private static boolean endsSentence(String words) {
    return !words.isEmpty() && "。；;！!".indexOf(words.charAt(words.length() - 1)) >= 0;
  }
}
