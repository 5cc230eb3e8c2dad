package jingtu.server.duty.round.link.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.link.AnswerByLink;
import jingtu.server.duty.round.link.Teller;
import jingtu.server.duty.round.link.web.LinkViews.LinkedRoundView;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.SecretToken;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is done by a one-time link, by anybody who has it. Its token comes in a header, so that it
 * stands in no log of addresses; who is signed in beside it does not matter here.
 */
@RestController
@RequestMapping("/api/answers")
class AnswerController {

  static final String TOKEN = "Jingtu-Link";

  private final AnswerByLink answers;

  AnswerController(AnswerByLink answers) {
    this.answers = answers;
  }

  /**
   * What is said of one line.
   *
   * @param version of the line that was seen
   * @param name of whoever writes it
   */
  record LinkedReportForm(
      @NotNull UUID line,
      int version,
      @NotNull DutyState state,
      @Nullable String progress,
      @Nullable String completion,
      @Nullable String problems,
      @Nullable String nextSteps,
      @Nullable String reason,
      @Nullable String proof,
      @Nullable String name,
      @Nullable String telephone) {

    Progress said() {
      return new Progress(
          state,
          text(progress),
          text(completion),
          text(problems),
          text(nextSteps),
          text(reason),
          text(proof));
    }
  }

  record HandInForm(@Nullable String name, @Nullable String telephone) {}

  /** The lines of the link's organisation in its round-up. */
  @GetMapping
  @AllowedTo.Anybody
  LinkedRoundView open(@RequestHeader(TOKEN) Optional<String> token, HttpServletRequest request) {
    return LinkedRoundView.of(answers.open(shown(token, request)));
  }

  /** Reports on one line. */
  @PostMapping("/reports")
  @AllowedTo.Anybody
  LinkedRoundView report(
      @RequestHeader(TOKEN) Optional<String> token,
      @Valid @RequestBody LinkedReportForm form,
      HttpServletRequest request) {
    AnswerByLink.Shown shown = shown(token, request);
    done(
        answers.report(
            shown,
            new LineId(form.line()),
            form.version(),
            form.said(),
            new Teller(text(form.name()), text(form.telephone()))));
    return LinkedRoundView.of(answers.again(shown));
  }

  /** Hands in the whole, once. */
  @PostMapping("/handing-in")
  @AllowedTo.Anybody
  LinkedRoundView handIn(
      @RequestHeader(TOKEN) Optional<String> token,
      @Valid @RequestBody HandInForm form,
      HttpServletRequest request) {
    return LinkedRoundView.of(
        answers.handIn(
            shown(token, request), new Teller(text(form.name()), text(form.telephone()))));
  }

  private static AnswerByLink.Shown shown(Optional<String> token, HttpServletRequest request) {
    return new AnswerByLink.Shown(new SecretToken(token.orElse("")), request.getRemoteAddr());
  }

  private static void done(ReportOutcome outcome) {
    switch (outcome) {
      case ReportOutcome.Done(ReportLine line) -> {}
      case ReportOutcome.Unknown none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "link.unknown-line");
      case ReportOutcome.NotYours other ->
          throw Problem.of(HttpStatus.NOT_FOUND, "link.unknown-line");
      case ReportOutcome.Stale(ReportLine now) ->
          throw Problem.of(HttpStatus.CONFLICT, "link.changed-since");
      case ReportOutcome.OutOfTurn(ReportLine now, Message why) ->
          throw Problem.of(HttpStatus.CONFLICT, "round.out-of-turn")
              .with(List.of(new Finding("", why, Message.of("round.look-again"))));
      case ReportOutcome.Faulty(Message why) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "round.faulty")
              .with(List.of(new Finding("", why, Message.of("round.put-right"))));
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
