package jingtu.planreader.format;

import java.util.ArrayDeque;
import java.util.Deque;

/** The fields that are open at a place of a .docx; one of them may be a table of contents. */
final class WordFields {

  private static final int DEEPEST = 100;

  private final Deque<StringBuilder> open = new ArrayDeque<>();

  /** A field begins or ends. */
  void mark(String type) {
    if (type.equals("begin") && open.size() < DEEPEST) {
      open.push(new StringBuilder());
    } else if (type.equals("end")) {
      open.poll();
    }
  }

  /** A part of the innermost field's instruction. */
  void instruct(String words) {
    StringBuilder innermost = open.peek();
    if (innermost != null && innermost.length() < DEEPEST) {
      innermost.append(words);
    }
  }

  boolean inContents() {
    return open.stream().anyMatch(it -> it.toString().strip().startsWith("TOC"));
  }
}
