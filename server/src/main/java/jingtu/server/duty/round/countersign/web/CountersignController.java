package jingtu.server.duty.round.countersign.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.countersign.AnswerCountersign;
import jingtu.server.duty.round.countersign.AskCountersigns;
import jingtu.server.duty.round.countersign.CountersignOutcome;
import jingtu.server.duty.round.countersign.Countersigns;
import jingtu.server.duty.round.countersign.Signature;
import jingtu.server.duty.round.countersign.web.CountersignViews.CountersignChoiceView;
import jingtu.server.duty.round.countersign.web.CountersignViews.CountersignView;
import jingtu.server.duty.round.countersign.web.CountersignViews.LineCountersignsView;
import jingtu.server.duty.round.countersign.web.CountersignViews.ToSignListView;
import jingtu.server.duty.round.countersign.web.CountersignViews.ToSignView;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks for countersigning of reports, and takes what is answered. */
@RestController
@RequestMapping("/api/countersigns")
class CountersignController {

  private static final int MOST_AT_ONCE = 500;

  private final Countersigns countersigns;
  private final AskCountersigns ask;
  private final AnswerCountersign answer;
  private final Rounds rounds;

  CountersignController(
      Countersigns countersigns, AskCountersigns ask, AnswerCountersign answer, Rounds rounds) {
    this.countersigns = countersigns;
    this.ask = ask;
    this.answer = answer;
    this.rounds = rounds;
  }

  record AskForm(@NotEmpty @Size(max = MOST_AT_ONCE) Set<@NotNull UUID> organisations) {}

  /**
   * What is answered.
   *
   * @param version of what was seen
   * @param words what is objected; may be left out where it is agreed
   * @param toldBy who told it and how, where it is written down for the organisation (代录)
   */
  record SignatureForm(
      int version, @NotNull Boolean agrees, @Nullable String words, @Nullable String toldBy) {}

  /** What waits to be signed by the account's organisation, and by those whom it coordinates. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ToSignListView toSign(Scope scope) {
    return new ToSignListView(
        countersigns.number(scope),
        countersigns.toSign(scope).stream()
            .map(each -> ToSignView.of(each, scope.organisation()))
            .toList());
  }

  /** How the countersigning of a line stands, and whom it may still ask. */
  @GetMapping("/lines/{id}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  LineCountersignsView ofLine(Scope scope, @PathVariable UUID id) {
    LineId line = new LineId(id);
    if (rounds.list(scope, List.of(line)).isEmpty()) {
      throw Problem.of(HttpStatus.NOT_FOUND, "round.unknown-line");
    }
    return view(scope, line);
  }

  /** Asks organisations to countersign; those that are asked already stay as they are. */
  @PostMapping("/lines/{id}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  LineCountersignsView ask(Scope scope, @PathVariable UUID id, @Valid @RequestBody AskForm form) {
    LineId line = new LineId(id);
    done(ask.ask(scope, line, form.organisations()));
    return view(scope, line);
  }

  /** Withdraws an asking that waits. */
  @PostMapping("/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  void withdraw(Scope scope, @PathVariable UUID id) {
    done(ask.withdraw(scope, id));
  }

  /** Agrees or objects, once. */
  @PostMapping("/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  void answer(Scope scope, @PathVariable UUID id, @Valid @RequestBody SignatureForm form) {
    done(
        answer.answer(
            scope,
            id,
            form.version(),
            new Signature(form.agrees(), text(form.words())),
            text(form.toldBy())));
  }

  private LineCountersignsView view(Scope scope, LineId line) {
    boolean mayAsk = ask.mayAsk(scope, line);
    return new LineCountersignsView(
        mayAsk,
        mayAsk
            ? ask.choices(scope, line).stream().map(CountersignChoiceView::of).toList()
            : List.of(),
        countersigns.of(scope, line).stream().map(CountersignView::of).toList());
  }

  private static void done(CountersignOutcome outcome) {
    switch (outcome) {
      case CountersignOutcome.Done done -> {}
      case CountersignOutcome.Unknown none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "countersign.unknown");
      case CountersignOutcome.NotYours other ->
          throw Problem.of(HttpStatus.FORBIDDEN, "countersign.not-yours");
      case CountersignOutcome.Stale changed ->
          throw Problem.of(HttpStatus.CONFLICT, "countersign.changed-since");
      case CountersignOutcome.OutOfTurn(Message why) ->
          throw Problem.of(HttpStatus.CONFLICT, "countersign.out-of-turn")
              .with(List.of(new Finding("", why, Message.of("round.look-again"))));
      case CountersignOutcome.Faulty(Message why) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "countersign.faulty")
              .with(List.of(new Finding("", why, Message.of("round.put-right"))));
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
