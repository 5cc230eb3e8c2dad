package jingtu.server.duty.reminder;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an organisation is reached, or the group of a region.
 *
 * @param organisation absent for the group of the region
 * @param address of a mailbox or a robot. That of a robot is a secret: whoever knows it can write
 *     to the group
 * @param secret with which messages to a robot are signed; may be empty
 */
record Address(Optional<UUID> organisation, Way way, String address, String secret) {

  private static final int SHOWN = 4;

  /** What may be shown of it: of a robot its host and the last characters. */
  String shown() {
    if (!way.isRobot()) {
      return address;
    }
    String host = URI.create(address).getHost();
    return host + "/\u2026" + address.substring(Math.max(0, address.length() - SHOWN));
  }

  /** Says nothing that is secret, wherever it is written to. */
  @Override
  public String toString() {
    return way + " " + shown();
  }
}
