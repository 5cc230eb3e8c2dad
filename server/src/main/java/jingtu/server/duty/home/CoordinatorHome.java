package jingtu.server.duty.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.closeout.CloseOutGlance;
import jingtu.server.duty.round.Round;
import jingtu.server.plan.PlanId;

/**
 * The coordinator's list of today.
 *
 * @param duties how many there are in all, so that an empty list can say why it is empty
 * @param counts how many duties are due by when
 * @param due some of those that were asked for
 * @param toCheck what was reported and nobody has looked at yet
 * @param silent who has not reported: in each round-up that runs, then in each that closed lately
 *     and lacks something; where there are none, in the one that closed last
 * @param toConfirm the plans that ask something
 * @param closeOuts the close-out lists on which something is left to do
 */
public record CoordinatorHome(
    LocalDate today,
    long duties,
    Map<Within, Integer> counts,
    List<DueDuty> due,
    ToCheck toCheck,
    List<SilentRound> silent,
    List<ToConfirm> toConfirm,
    List<CloseOutGlance> closeOuts) {

  public CoordinatorHome {
    due = List.copyOf(due);
    silent = List.copyOf(silent);
    toConfirm = List.copyOf(toConfirm);
    closeOuts = List.copyOf(closeOuts);
  }

  /**
   * Reports that wait to be looked at.
   *
   * @param reports how many there are
   * @param organisations from how many organisations, counted in each round-up
   * @param longest those that have waited longest, of which some are listed
   */
  public record ToCheck(int reports, int organisations, List<Waiting> longest) {
    public ToCheck {
      longest = List.copyOf(longest);
    }
  }

  /** Reports of an organisation in a round-up that wait to be looked at, since when. */
  public record Waiting(Round round, UUID organisation, String name, int reports, Instant since) {}

  /**
   * A round-up with those who owe reports in it.
   *
   * @param total how many organisations do, of which some are listed
   * @param lines how many reports are owed
   */
  public record SilentRound(Round round, int total, int lines, List<Silent> organisations) {
    public SilentRound {
      organisations = List.copyOf(organisations);
    }
  }

  /**
   * An organisation that owes reports.
   *
   * @param open of how many duties nothing was said
   * @param returned how many reports came back to it
   * @param lacks the sentences of the first few
   */
  public record Silent(UUID organisation, String name, int open, int returned, List<String> lacks) {
    public Silent {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * What a plan asks whoever keeps its duties.
   *
   * @param asleep duties that sleep until they are confirmed
   * @param unassigned duties under printed names that nobody in the directory has
   * @param names how many such names
   * @param doubts findings of its reading that nobody has settled
   */
  public record ToConfirm(
      PlanId plan, String title, int asleep, int unassigned, int names, int doubts) {}
}
