package jingtu.server.plan.demand;

import java.util.List;
import jingtu.planreader.Span;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.resolution.NameRole;

/**
 * What a plan asks of one of its names.
 *
 * @param number of the task, or of the obligation among those of the plan, from 1
 * @param chapter the outermost heading above; may be empty
 * @param heading the headings above, as printed, outermost first, on one line; may be empty
 * @param span where the sentence stands in the plan's text
 * @param sentence its words
 * @param role how the name is called on
 * @param name as printed; empty where the text names nobody
 * @param place of the name among those with its role, from 0: the first-named lead reports by
 *     default
 * @param inherited whether the clause does not print the name, and a rule stated earlier adds it
 * @param alone whether it answers for itself: the sentence names it, or nobody leads
 * @param answering who answers on the day that was asked about; none where the name is not settled
 * @param times its deadlines; those of the task where the sentence has none of its own
 * @param events what starts or bounds it besides dates, as printed
 * @param targets the values that it wants, as printed
 */
public record Demand(
    DemandPlace at,
    int number,
    String chapter,
    String heading,
    Span span,
    String sentence,
    NameRole role,
    String name,
    int place,
    boolean inherited,
    boolean alone,
    List<Organisation> answering,
    List<Time> times,
    List<String> events,
    List<String> targets) {

  public Demand {
    answering = List.copyOf(answering);
    times = List.copyOf(times);
    events = List.copyOf(events);
    targets = List.copyOf(targets);
  }

  /**
   * A date, an open start or a recurrence.
   *
   * @param notation as {@link jingtu.planreader.Deadline} has it
   * @param words as printed
   * @param assumed whether part of it is not printed but inferred
   */
  public record Time(String notation, String words, boolean assumed) {}
}
