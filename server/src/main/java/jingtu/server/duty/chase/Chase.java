package jingtu.server.duty.chase;

import java.time.Instant;
import java.util.UUID;

/**
 * That an organisation was asked for its reports.
 *
 * @param body the words that were used
 */
public record Chase(UUID organisation, Way way, String body, String by, Instant at) {

  /** How it was asked. */
  public enum Way {
    /** Words were pasted into a chat group. */
    CHAT,
    TELEPHONE,
    /** By an official letter (督办函). */
    LETTER,
    /** The program sent a mail. */
    EMAIL,
    /** The program wrote to a chat group. */
    WEBHOOK;

    /** Whether people do it, and note it themselves. */
    public boolean isByHand() {
      return switch (this) {
        case CHAT, TELEPHONE, LETTER -> true;
        case EMAIL, WEBHOOK -> false;
      };
    }
  }
}
