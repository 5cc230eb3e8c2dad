package jingtu.server.duty.round.link;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.MakeSheets;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.edge.AddressThrottle;
import jingtu.server.edge.Problem;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.SecretToken;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody can do by a link: see the lines of its organisation in its round-up, report on
 * them, and hand the whole in, once.
 *
 * <p>Whether a token never was, is withdrawn or too old is not told: the answer is the same. An
 * address that tries too many wrong ones has to wait; a right one opens from there all the same, so
 * that nobody shuts out those who share an address with them.
 */
@Service
public class AnswerByLink {

  private final ReportingLinks links;
  private final Rounds rounds;
  private final MakeSheets sheets;
  private final ReportProgress report;
  private final Audit audit;
  private final Clock clock;
  private final AddressThrottle throttle;

  AnswerByLink(
      ReportingLinks links,
      Rounds rounds,
      MakeSheets sheets,
      ReportProgress report,
      Audit audit,
      Clock clock) {
    this.links = links;
    this.rounds = rounds;
    this.sheets = sheets;
    this.report = report;
    this.audit = audit;
    this.clock = clock;
    this.throttle = new AddressThrottle(clock);
  }

  /** A token and the network address from which it was sent. */
  public record Shown(SecretToken token, String address) {}

  /**
   * What the link shows.
   *
   * @throws Problem 404 where the token opens nothing, 429 where too many were tried
   */
  @Transactional
  public Answer open(Shown shown) {
    ReportingLink link = held(shown);
    Answer answer = answer(link);
    links.used(link, link.uses() + 1);
    if (link.uses() == 0) {
      audit.record(link.scope(), "link.opened", link.id().toString(), link.name());
    }
    return answer;
  }

  /**
   * Takes what is said of one line.
   *
   * @param version of the line that was seen
   * @throws Problem as {@link #open}, and 409 where the link was handed in
   */
  @Transactional
  public ReportOutcome report(
      Shown shown, LineId line, int version, Progress progress, Teller teller) {
    ReportingLink link = writable(shown);
    Optional<Message> fault = teller.fault();
    if (fault.isPresent()) {
      return new ReportOutcome.Faulty(fault.get());
    }
    links.used(link, link.uses());
    return report.reportByLink(link.scope(), link.round(), line, version, progress, teller.told());
  }

  /**
   * Hands in what was said; lines of which nothing was said stay open, and others may still say it.
   *
   * @throws Problem as {@link #report}, and 422 where nothing was said at all
   */
  @Transactional
  public Answer handIn(Shown shown, Teller teller) {
    ReportingLink link = writable(shown);
    Optional<Message> fault = teller.fault();
    if (fault.isEmpty() && answer(link).rows().stream().allMatch(row -> row.line().waits())) {
      fault = Optional.of(Message.of("link.nothing-said"));
    }
    if (fault.isPresent()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "round.faulty")
          .with(List.of(new Finding("", fault.get(), Message.of("round.put-right"))));
    }
    links.used(link, link.uses());
    ReportingLink after = links.handIn(link, teller.told());
    audit.record(link.scope(), "link.handed-in", link.id().toString(), link.name());
    return answer(after);
  }

  /** What the link shows after something was written by it. */
  @Transactional
  public Answer again(Shown shown) {
    return answer(held(shown));
  }

  private ReportingLink writable(Shown shown) {
    ReportingLink link = held(shown);
    if (link.handedIn().isPresent()) {
      throw Problem.of(HttpStatus.CONFLICT, "link.handed-in");
    }
    return link;
  }

  private ReportingLink held(Shown shown) {
    Optional<ReportingLink> link =
        links.hold(shown.token()).filter(found -> found.opens(OfficeDay.today(clock)));
    if (link.isPresent()) {
      return link.get();
    }
    if (throttle.mustWait(shown.address())) {
      throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "link.too-many-attempts");
    }
    throttle.count(shown.address());
    throw unknown();
  }

  private Answer answer(ReportingLink link) {
    Round round = rounds.find(link.scope(), link.round()).orElseThrow(AnswerByLink::unknown);
    List<RoundSheet.Row> rows =
        sheets.of(link.scope(), link.round(), Optional.of(link.organisation())).stream()
            .flatMap(sheet -> sheet.rows().stream())
            .toList();
    Map<LineId, Progress> handedIn =
        link.handedIn()
            .map(
                step ->
                    rounds.saidUntil(link.scope(), link.round(), link.organisation(), step.at()))
            .orElse(Map.of());
    return new Answer(link, round, OfficeDay.today(clock), rows, handedIn);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "link.unknown");
  }
}
