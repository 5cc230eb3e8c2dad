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
 * @param due absent for the day of what it is a part of
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

  /**
   * The same with the day that what it is a part of has of its own, where it has none itself. Days
   * of the sentence are found again by themselves.
   */
  Part dueAsIn(Duty whole) {
    Optional<LocalDate> day = due.or(() -> whole.handed().flatMap(HandedDown::due));
    return new Part(organisation, name, content, person, day);
  }
}
