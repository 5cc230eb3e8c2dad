package jingtu.server.organisation.names;

import jingtu.server.organisation.names.Keys.Hit;
import jingtu.vocabulary.Message;

/** Why a name leads to an organisation, to be said to a person. */
final class Reasons {

  private Reasons() {}

  static Message of(Hit hit) {
    String name = hit.organisation().name();
    return switch (hit.how()) {
      case ALIAS -> Message.of("names.alias", name);
      case SHORT -> Message.of("names.short", name);
      case PLACE -> Message.of("names.place", name);
      case EITHER_KIND -> Message.of("names.either-kind", name);
    };
  }
}
