package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jingtu.planreader.grammar.Sentences;

/**
 * One sentence of a version.
 *
 * @param printed on one line, its number included
 * @param number the number before it, as printed
 * @param words what it says, as printed
 * @param key what it says, folded
 */
record Sentence(String printed, String number, String words, String key) implements Matchable {

  static Sentence of(String printed) {
    String line = Folded.onOneLine(printed);
    Numbered numbered = Numbered.sentence(line);
    return new Sentence(line, numbered.number(), numbered.words(), Folded.of(numbered.words()));
  }

  /** The sentences of some running text that say something. */
  static List<Sentence> listOf(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (int[] part : Sentences.sentences(text)) {
      Sentence sentence = of(text.substring(part[0], part[1]));
      if (Folded.saysSomething(sentence.key())) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  /** The cells of a table row, each with its sentences. */
  static List<Sentence> listOfCells(String row) {
    return Stream.of(row.split(row.indexOf('\t') >= 0 ? "\t" : "\n"))
        .flatMap(cell -> listOf(cell).stream())
        .toList();
  }

  @Override
  public String place() {
    return "";
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public String text() {
    return key;
  }
}
