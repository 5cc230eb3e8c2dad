package jingtu.server.organisation.names;

import java.util.List;
import java.util.stream.Stream;

/** The words of what passed from one organisation to another. */
final class FunctionWords {

  private FunctionWords() {}

  /** The functions that the words name, one by one. */
  static List<String> phrases(String function) {
    Stream<String> phrases = Stream.of(function);
    for (String separator : NameWords.of("function-separator")) {
      phrases = phrases.flatMap(phrase -> Stream.of(phrase.split(separator, -1)));
    }
    return phrases.map(String::strip).filter(phrase -> phrase.length() >= 2).toList();
  }

  /** What a function is about, without the words that many functions share. */
  static String matter(String phrase) {
    String matter = phrase;
    String before;
    do {
      before = matter;
      matter = NameWords.without("function-filler", matter);
    } while (!matter.equals(before));
    return matter;
  }
}
