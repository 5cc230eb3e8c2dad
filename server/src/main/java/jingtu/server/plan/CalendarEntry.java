package jingtu.server.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Span;

/**
 * Something that a plan wants done by a day, again and again, or when something happens.
 *
 * @param kind the part of the plan that says so
 * @param number of the task, goal or obligation among its kind, from 1
 * @param sentence the words that oblige
 * @param heading the heading under which they stand; empty where there is none
 * @param actor who must act, as written; absent where it is whoever leads the task
 * @param parties everybody whom the task names, as written; the actor alone elsewhere
 * @param when the notation of the date, or the words of the event
 * @param words what was read as the date; the sentence where it is an event
 * @param day the day on which it is due, or on which it begins; absent for events and for what
 *     comes round too often to be listed day by day
 * @param assumed whether that day, or a part of it, is not printed
 */
public record CalendarEntry(
    Kind kind,
    int number,
    Span sentence,
    String heading,
    Optional<String> actor,
    List<String> parties,
    String when,
    Span words,
    Optional<LocalDate> day,
    boolean assumed) {

  public CalendarEntry {
    parties = List.copyOf(parties);
  }

  /** The part of a plan. */
  public enum Kind {
    TASK,
    GOAL,
    OBLIGATION
  }

  /** Whether an organisation is the actor or one whom the task names. */
  public boolean concerns(String organisation) {
    return parties.contains(organisation);
  }
}
