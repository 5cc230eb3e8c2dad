package jingtu.server.duty.chase;

import java.util.List;
import java.util.UUID;

/**
 * An organisation that owes reports in a round-up.
 *
 * @param open what nothing was said of: the beginnings of the sentences
 * @param returned how many reports wait to be said anew
 * @param text the words in which to ask it
 * @param chases when and how it was asked, the latest first
 */
public record Owing(
    UUID organisation,
    String name,
    List<String> open,
    int returned,
    String text,
    List<Chase> chases) {

  public Owing {
    open = List.copyOf(open);
    chases = List.copyOf(chases);
  }
}
