package jingtu.planreader;

import java.util.List;
import jingtu.vocabulary.Finding;

/** A {@link Finding} with the words of the document that it concerns. */
public record Doubt(Span span, List<String> path, Finding finding) {

  public Doubt {
    path = List.copyOf(path);
  }
}
