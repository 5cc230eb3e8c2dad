package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a changed sentence where its words changed. A number is one word, however long it is. */
final class WordDiff {

  private static final Pattern WORD =
      Pattern.compile("(?:[0-9０-９A-Za-z.．％%]+|.)[\\s\\p{Z}]*", Pattern.DOTALL);

  /** Beyond this the middle of two sentences is not held against each other word by word. */
  private static final long LARGEST = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<String> foldedBefore;
  private final List<String> foldedAfter;

  private WordDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.foldedBefore = before.stream().map(Folded::of).toList();
    this.foldedAfter = after.stream().map(Folded::of).toList();
  }

  /**
   * The stretches of a sentence in both versions. Of equally good cuts always the same is taken, in
   * whichever direction one looks.
   */
  static List<Stretch> of(String before, String after) {
    if (Folded.of(before).compareTo(Folded.of(after)) > 0) {
      return of(after, before).stream()
          .map(
              stretch ->
                  new Stretch(
                      stretch.same(), /* before= */ stretch.after(), /* after= */ stretch.before()))
          .toList();
    }
    return new WordDiff(words(before), words(after)).stretches();
  }

  private static List<String> words(String sentence) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(sentence);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private List<Stretch> stretches() {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && foldedBefore.get(head).equals(foldedAfter.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && foldedBefore
            .get(before.size() - 1 - tail)
            .equals(foldedAfter.get(after.size() - 1 - tail))) {
      tail++;
    }
    Cuts cuts = new Cuts();
    cuts.same(head);
    middle(cuts, head, before.size() - tail, after.size() - tail);
    cuts.same(tail);
    return cuts.stretches();
  }

  /** What lies between the same beginning and the same end: the longest common words stay. */
  private void middle(Cuts cuts, int head, int endBefore, int endAfter) {
    int rows = endBefore - head;
    int columns = endAfter - head;
    if ((long) rows * columns > LARGEST) {
      cuts.changed(rows, columns);
      return;
    }
    int[][] common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            same(head + i, head + j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (same(head + i, head + j)) {
        cuts.same(1);
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        cuts.changed(1, 0);
        i++;
      } else {
        cuts.changed(0, 1);
        j++;
      }
    }
    cuts.changed(rows - i, columns - j);
  }

  private boolean same(int i, int j) {
    return foldedBefore.get(i).equals(foldedAfter.get(j));
  }

  /** How many words each stretch takes on either side. */
  private final class Cuts {

    private record Run(boolean same, int before, int after) {}

    private final List<Run> runs = new ArrayList<>();

    void same(int words) {
      add(new Run(true, words, words));
    }

    void changed(int wordsBefore, int wordsAfter) {
      add(new Run(false, wordsBefore, wordsAfter));
    }

    private void add(Run run) {
      if (run.before() + run.after() == 0) {
        return;
      }
      if (!runs.isEmpty() && runs.getLast().same() == run.same()) {
        Run last = runs.removeLast();
        runs.add(new Run(run.same(), last.before() + run.before(), last.after() + run.after()));
      } else {
        runs.add(run);
      }
    }

    /** One word that stayed between two changes reads better as a part of them. */
    List<Stretch> stretches() {
      List<Run> cut = List.copyOf(runs);
      runs.clear();
      for (int i = 0; i < cut.size(); i++) {
        Run run = cut.get(i);
        boolean island = run.same() && run.before() == 1 && i > 0 && i < cut.size() - 1;
        add(island ? new Run(false, 1, 1) : run);
      }
      List<Stretch> stretches = new ArrayList<>();
      int i = 0;
      int j = 0;
      for (Run run : runs) {
        stretches.add(
            new Stretch(
                run.same(),
                String.join("", before.subList(i, i + run.before())),
                String.join("", after.subList(j, j + run.after()))));
        i += run.before();
        j += run.after();
      }
      return stretches;
    }
  }
}
