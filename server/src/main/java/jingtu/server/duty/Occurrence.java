package jingtu.server.duty;

import java.time.LocalDate;

/**
 * Something that happened, or is planned, from which the time of a duty is counted (触发事项).
 *
 * @param event in the words of the plan
 * @param happening what it was, on one line, such as the number of a notice or the name of a works
 * @param day on which it happened, or will
 */
public record Occurrence(String event, String happening, LocalDate day) {

  public Occurrence {
    happening = happening.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
