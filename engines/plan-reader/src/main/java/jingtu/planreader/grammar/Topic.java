package jingtu.planreader.grammar;

import java.util.Map;
import java.util.Optional;

/** What a heading or label sentence is about, and how it completes names that leave that out. */
public final class Topic {

  private static final int BARE = 6;
  private static final Lexicon<String> VERBS = Lexicon.words("heading-verbs.txt");

  private Topic() {}

  /** Completes a bare name such as 整治任务 with what the label before it is about. */
  public static String complete(String name, String label) {
    String about = about(label);
    if (name.length() > BARE || about.length() < 2 || name.startsWith(about)) {
      return name;
    }
    for (int shared = Math.min(name.length(), about.length()); shared > 0; shared--) {
      if (about.endsWith(name.substring(0, shared))) {
        return about + name.substring(shared);
      }
    }
    return about + name;
  }

  /** A heading without its number and its verbs: （二）推进绿色矿山建设 → 绿色矿山建设. */
  static String about(String label) {
    String rest = label;
    Optional<Enumerator> number = Enumerator.at(rest);
    rest = number.map(n -> label.substring(n.length())).orElse(rest);
    Optional<Map.Entry<String, String>> verb = VERBS.at(rest, 0);
    while (verb.isPresent()) {
      rest = rest.substring(verb.get().getKey().length());
      verb = VERBS.at(rest, 0);
    }
    int end = 0;
    while (end < rest.length() && "，,。；;：:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end);
  }
}
