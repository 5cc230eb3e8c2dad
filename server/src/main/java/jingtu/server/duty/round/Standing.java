package jingtu.server.duty.round;

import java.util.Optional;
import java.util.UUID;

/**
 * How far the reports of a round-up have come, in all or for one organisation.
 *
 * @param organisation whose lines are counted; absent for all that the scope sees
 * @param name of the organisation; empty for all
 * @param lines how many there are
 * @param open on which nothing was said
 * @param reported that wait to be looked at
 * @param returned that wait to be said anew
 * @param missing that were listed as not reported when the period closed
 * @param late that came afterwards
 */
public record Standing(
    RoundId round,
    Optional<UUID> organisation,
    String name,
    int lines,
    int open,
    int reported,
    int returned,
    int accepted,
    int missing,
    int late) {}
