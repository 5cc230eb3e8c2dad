package jingtu.server.plan.correction;

import java.util.List;
import jingtu.vocabulary.Message;

/**
 * A field of a change that cannot be kept.
 *
 * @param field its address in the request, such as {@code entries[0].after.lead[1]}
 * @param place its name as people say it, from the outside in
 */
public record Fault(String field, List<Message> place, Message problem, Message remedy) {

  public Fault {
    place = List.copyOf(place);
  }
}
