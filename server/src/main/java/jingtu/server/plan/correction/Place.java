package jingtu.server.plan.correction;

import java.util.ArrayList;
import java.util.List;
import jingtu.vocabulary.Message;

/** A field of a request: its address, and its name as people say it. */
record Place(String field, List<Message> words) {

  static Place entry(int index) {
    return new Place("entries[%d]".formatted(index), List.of());
  }

  /** The part of that name; it is said after what it is a part of. */
  Place part(String name, Message said) {
    List<Message> more = new ArrayList<>(words);
    more.add(said);
    return new Place(field + "." + name, List.copyOf(more));
  }

  /** The part of that name, which needs no words. */
  Place part(String name) {
    return new Place(field + "." + name, words);
  }

  /** The element of a list; {@code said} tells its number from 1. */
  Place element(String list, int index, Message said) {
    return part("%s[%d]".formatted(list, index), said);
  }

  Fault fault(Message problem, Message remedy) {
    return new Fault(field, words, problem, remedy);
  }
}
