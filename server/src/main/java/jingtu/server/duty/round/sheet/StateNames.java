package jingtu.server.duty.round.sheet;

import java.util.Locale;
import jingtu.server.duty.round.DutyState;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What offices call the states of a duty. */
public final class StateNames {

  private StateNames() {}

  public static String of(DutyState state, Language language) {
    String key = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Messages.say(Message.of("round.state." + key), language);
  }
}
