package jingtu.server.organisation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That one organisation took something over from another.
 *
 * @param on the day from which the successor answers
 * @param function what passed on, in words such as “farmland monitoring”; empty for everything that
 *     is not named in another succession of the predecessor
 * @param basis the document that says so; may be empty
 */
public record Succession(
    UUID id, UUID predecessor, UUID successor, LocalDate on, String function, String basis) {

  /** Whether everything passed on. */
  public boolean whole() {
    return function.isEmpty();
  }
}
