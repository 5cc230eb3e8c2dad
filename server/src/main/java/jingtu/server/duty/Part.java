package jingtu.server.duty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wishes to hand down.
 *
 * @param organisation of the directory; absent for a village, an enterprise or whoever else is not
 *     in it, who then has a name
 * @param name of whoever is not in the directory; empty otherwise
 * @param content what is to be done; empty for the sentence as it stands
 * @param person who answers for it; may be empty
 */
public record Part(
    Optional<UUID> organisation,
    String name,
    String content,
    String person,
    Optional<LocalDate> due) {

  public Part {
    name = name.strip();
    content = content.strip();
    person = person.strip();
  }
}
