package jingtu.server.duty.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Light;
import jingtu.server.duty.closeout.CloseOutGlance;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Round;

/**
 * What an organisation sees: what is asked of it, by when, and what is missing.
 *
 * @param organisation that of the account; absent where it belongs to none
 * @param lights how many of its duties show which light
 * @param ahead the first of what it has to do, the earliest day first
 * @param missing what it still owes in the round-ups that run and in those that closed without it
 * @param toSign how many reports of others it is asked to countersign
 * @param closeOuts close-out lists on which it has open items
 */
public record OrganisationHome(
    LocalDate today,
    Optional<UUID> organisation,
    String name,
    Map<Light, Integer> lights,
    List<DueDuty> ahead,
    List<OwedRound> missing,
    int toSign,
    List<CloseOutGlance> closeOuts) {

  public OrganisationHome {
    ahead = List.copyOf(ahead);
    missing = List.copyOf(missing);
    closeOuts = List.copyOf(closeOuts);
  }

  /**
   * What it owes in a round-up.
   *
   * @param lines how many duties it is asked about in it
   * @param open of how many it has said nothing
   * @param returned how many reports came back
   * @param owed the first of them, those that came back before the others
   */
  public record OwedRound(Round round, int lines, int open, int returned, List<OwedLine> owed) {
    public OwedRound {
      owed = List.copyOf(owed);
    }
  }

  /**
   * A duty that it has to report on.
   *
   * @param reason why its report came back; empty where nothing was said
   */
  public record OwedLine(UUID line, String sentence, LineStatus status, String reason) {}
}
