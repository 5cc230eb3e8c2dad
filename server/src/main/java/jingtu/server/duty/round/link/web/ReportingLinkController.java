package jingtu.server.duty.round.link.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.link.LinkDays;
import jingtu.server.duty.round.link.MakeLink;
import jingtu.server.duty.round.link.ReportingLinks;
import jingtu.server.duty.round.link.web.LinkViews.ReportingLinkView;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, lists and withdraws the one-time links of a round-up, for whoever keeps it. */
@RestController
@RequestMapping("/api/reporting-links")
class ReportingLinkController {

  private final MakeLink makeLink;
  private final ReportingLinks links;
  private final Clock clock;
  private final String address;

  ReportingLinkController(
      MakeLink makeLink,
      ReportingLinks links,
      Clock clock,
      @Value("${jingtu.address}") String address) {
    this.makeLink = makeLink;
    this.links = links;
    this.clock = clock;
    this.address = address.strip().replaceAll("/+$", "");
  }

  /**
   * The links of a round-up, the latest first.
   *
   * @param usual the last day of a new one where nothing else is wanted
   * @param earliest the first day that may be wanted
   * @param latest the last day that may be wanted
   */
  record ReportingLinksView(
      LocalDate usual, LocalDate earliest, LocalDate latest, List<ReportingLinkView> links) {}

  /**
   * Which link is wanted.
   *
   * @param lastDay on which it opens anything; the usual one where it is left out
   */
  record NewLinkForm(
      @NotNull UUID round, @NotNull UUID organisation, @Nullable LocalDate lastDay) {}

  /**
   * A link, whose address is told this once.
   *
   * @param address where it leads; begins with a slash where the server does not know how people
   *     find it
   * @param words that ask for the reports, up to where the address follows
   * @param line the same in one line, to stand below other words
   */
  record MadeLinkView(ReportingLinkView link, String address, String words, String line) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "link " + link.id();
    }
  }

  /** What there is, and until when a new one may last. */
  @GetMapping
  @AllowedTo(Role.COORDINATOR)
  ReportingLinksView list(Scope scope, @RequestParam UUID round) {
    RoundId id = new RoundId(round);
    LinkDays days =
        makeLink
            .days(scope, id)
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "round.unknown"));
    return new ReportingLinksView(
        days.usual(),
        days.earliest(),
        days.latest(),
        links.list(scope, id).stream()
            .map(link -> ReportingLinkView.of(link, OfficeDay.today(clock)))
            .toList());
  }

  /** A new link; older ones of the organisation are worth nothing from then on. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  MadeLinkView make(Scope scope, @Valid @RequestBody NewLinkForm form, HttpServletRequest request) {
    MakeLink.Outcome outcome =
        makeLink.make(
            scope,
            new RoundId(form.round()),
            form.organisation(),
            Optional.ofNullable(form.lastDay()));
    return switch (outcome) {
      case MakeLink.Outcome.Made made -> view(made, RequestLanguage.of(request));
      case MakeLink.Outcome.UnknownRound none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "round.unknown");
      case MakeLink.Outcome.NotKept other ->
          throw Problem.of(HttpStatus.FORBIDDEN, "link.not-kept");
      case MakeLink.Outcome.NothingAsked none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "link.nothing-asked");
      case MakeLink.Outcome.WrongDay(LinkDays days) ->
          throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "link.wrong-day", days.earliest(), days.latest());
    };
  }

  /** Makes a link worthless. */
  @PostMapping("/{id}/withdrawal")
  @AllowedTo(Role.COORDINATOR)
  ReportingLinkView withdraw(Scope scope, @PathVariable UUID id) {
    return links
        .withdraw(scope, id)
        .map(link -> ReportingLinkView.of(link, OfficeDay.today(clock)))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "link.no-such-link"));
  }

  private MadeLinkView view(MakeLink.Outcome.Made made, Language language) {
    String period = PeriodNames.of(made.round().period(), language);
    LocalDate last = made.link().lastDay();
    return new MadeLinkView(
        ReportingLinkView.of(made.link(), OfficeDay.today(clock)),
        address + "/answer#" + made.token().secret(),
        say(language, "link.words", made.link().name(), period, made.round().due(), last),
        say(language, "link.line", last));
  }

  private static String say(Language language, String key, Object... arguments) {
    return Messages.say(Message.of(key, arguments), language);
  }
}
