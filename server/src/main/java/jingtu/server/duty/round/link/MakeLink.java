package jingtu.server.duty.round.link;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.Standing;
import jingtu.server.duty.round.Standings;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.server.scope.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the link of an organisation in a round-up. A round-up that is closed takes what is late, so
 * there are links for it too.
 */
@Service
public class MakeLink {

  private final Rounds rounds;
  private final Standings standings;
  private final ReportingLinks links;
  private final Reach reach;
  private final Identifiers identifiers;
  private final Clock clock;

  MakeLink(
      Rounds rounds,
      Standings standings,
      ReportingLinks links,
      Reach reach,
      Identifiers identifiers,
      Clock clock) {
    this.rounds = rounds;
    this.standings = standings;
    this.links = links;
    this.reach = reach;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** What became of the wish for a link. */
  public sealed interface Outcome {

    /** The link with its token, which is told now and never again. */
    record Made(ReportingLink link, Round round, SecretToken token) implements Outcome {}

    /** There is no such round-up, or none that the scope sees. */
    record UnknownRound() implements Outcome {}

    /** The scope sees the round-up and does not keep it. */
    record NotKept() implements Outcome {}

    /** The organisation reports nothing in it. */
    record NothingAsked() implements Outcome {}

    /** The day is none of these. */
    record WrongDay(LinkDays days) implements Outcome {}
  }

  /** Until when links of a round-up may last; empty where the scope does not keep it. */
  @Transactional(readOnly = true)
  public Optional<LinkDays> days(Scope scope, RoundId round) {
    return links.kept(scope, round).map(this::days);
  }

  /**
   * Makes a link; older ones of the organisation are worth nothing from then on.
   *
   * @param lastDay on which it opens anything; absent for the usual one
   */
  @Transactional
  public Outcome make(Scope scope, RoundId id, UUID organisation, Optional<LocalDate> lastDay) {
    Optional<Round> found = rounds.find(scope, id);
    if (found.isEmpty()) {
      return new Outcome.UnknownRound();
    }
    Round round = found.get();
    if (!reach.keeps(scope, round.region())) {
      return new Outcome.NotKept();
    }
    Optional<String> name = name(scope, id, organisation);
    if (name.isEmpty()) {
      return new Outcome.NothingAsked();
    }
    LinkDays days = days(round);
    LocalDate last = lastDay.orElse(days.usual());
    if (!days.allow(last)) {
      return new Outcome.WrongDay(days);
    }
    ReportingLink link =
        new ReportingLink(
            identifiers.next(),
            id,
            organisation,
            name.get(),
            last,
            scope.username(),
            links.now(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    SecretToken token = SecretToken.fresh();
    links.insert(scope, link, token);
    return new Outcome.Made(link, round, token);
  }

  private Optional<String> name(Scope scope, RoundId round, UUID organisation) {
    return standings.of(scope, round).stream()
        .filter(standing -> standing.organisation().filter(organisation::equals).isPresent())
        .map(Standing::name)
        .findFirst();
  }

  private LinkDays days(Round round) {
    return LinkDays.of(round, OfficeDay.today(clock));
  }
}
