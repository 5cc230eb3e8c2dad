package jingtu.server.duty;

import java.util.List;

/**
 * What the words of an event say of time.
 *
 * @param lengths that they state, each once; usually one or none
 * @param before whether the event is one that is planned: what is asked comes before it
 */
public record EventWords(List<EventLength> lengths, boolean before) {

  public EventWords {
    lengths = List.copyOf(lengths);
  }
}
