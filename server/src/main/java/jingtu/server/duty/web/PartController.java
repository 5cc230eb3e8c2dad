package jingtu.server.duty.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.HandDown;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.Part;
import jingtu.server.duty.PartOutcome;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Duties handed down, accepted, taken back and passed on. */
@RestController
@RequestMapping("/api/duties/{id}")
class PartController {

  private static final int MOST_AT_ONCE = 200;

  private final HandDown handDown;
  private final KeepDuties keepDuties;
  private final Duties duties;
  private final Rounds rounds;
  private final Organisations organisations;
  private final ShowDuties show;

  PartController(
      HandDown handDown,
      KeepDuties keepDuties,
      Duties duties,
      Rounds rounds,
      Organisations organisations,
      ShowDuties show) {
    this.handDown = handDown;
    this.keepDuties = keepDuties;
    this.duties = duties;
    this.rounds = rounds;
    this.organisations = organisations;
    this.show = show;
  }

  /**
   * A part that is to be handed down.
   *
   * @param organisation of the directory, or else a {@code name}
   */
  record PartForm(
      @Nullable UUID organisation,
      @Nullable String name,
      @Nullable String content,
      @Nullable String person,
      @Nullable LocalDate due) {

    Part part() {
      return new Part(
          Optional.ofNullable(organisation),
          text(name),
          text(content),
          text(person),
          Optional.ofNullable(due));
    }
  }

  record HandingForm(@NotEmpty @Size(max = MOST_AT_ONCE) List<@Valid PartForm> parts) {}

  record PartOfferForm(
      int version, @Nullable String content, @Nullable String person, @Nullable LocalDate due) {

    Part part() {
      return new Part(Optional.empty(), "", text(content), text(person), Optional.ofNullable(due));
    }
  }

  record PartAnswerForm(int version, boolean accepted, @Nullable String why) {}

  record PartWithdrawalForm(int version, @Nullable String why) {}

  record PassingOnForm(int version, @NotNull UUID organisation, @Nullable String why) {}

  /**
   * What was last said of a part.
   *
   * @param period in the words of whoever asks
   */
  record LastReportView(String period, DutyState state, String progress, LineStatus status) {

    static LastReportView of(Rounds.LastSaid last, Language language) {
      var said = last.line().said().orElseThrow();
      return new LastReportView(
          PeriodNames.of(last.period(), language),
          said.state(),
          said.progress().isEmpty() ? said.completion() : said.progress(),
          last.line().status());
    }
  }

  record DutyPartView(ListedDutyView duty, @Nullable LastReportView last) {}

  record DutyPartsView(List<DutyPartView> parts) {}

  /** What was handed down of a duty, ended parts last, with what was last said of each. */
  @GetMapping("/parts")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  DutyPartsView parts(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    if (duties.find(scope, new DutyId(id)).isEmpty()) {
      throw unknown();
    }
    return view(scope, duties.parts(scope, new DutyId(id)), RequestLanguage.of(request));
  }

  /** Hands parts down, all of them or none. */
  @PostMapping("/parts")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  DutyPartsView hand(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody HandingForm form,
      HttpServletRequest request) {
    List<Part> wanted = form.parts().stream().map(PartForm::part).toList();
    return view(
        scope, done(handDown.hand(scope, new DutyId(id), wanted)), RequestLanguage.of(request));
  }

  /** Offers a part that was not accepted yet in other words. */
  @PutMapping("/offer")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ListedDutyView offer(Scope scope, @PathVariable UUID id, @Valid @RequestBody PartOfferForm form) {
    return one(scope, handDown.offer(scope, new DutyId(id), form.version(), form.part()));
  }

  /** Says that a part is theirs (签收), or is not. */
  @PostMapping("/acceptance")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ListedDutyView answer(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody PartAnswerForm form) {
    return one(
        scope,
        handDown.answer(scope, new DutyId(id), form.version(), form.accepted(), text(form.why())));
  }

  /** Takes a part back, with all that was handed further down of it. */
  @PostMapping("/withdrawal")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ListedDutyView withdraw(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody PartWithdrawalForm form) {
    return one(scope, handDown.withdraw(scope, new DutyId(id), form.version(), text(form.why())));
  }

  /** Passes a duty on (转办); the answer is the duty of the other organisation. */
  @PostMapping("/passing-on")
  @AllowedTo(Role.COORDINATOR)
  ListedDutyView passOn(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody PassingOnForm form) {
    Organisation whom =
        organisations
            .find(scope, form.organisation())
            .filter(organisation -> organisation.endedOn().isEmpty())
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "duty.unknown-organisation",
                        form.organisation()));
    return one(
        scope, keepDuties.passOn(scope, new DutyId(id), form.version(), whom, text(form.why())));
  }

  private DutyPartsView view(Scope scope, List<Duty> parts, Language language) {
    Map<DutyId, Rounds.LastSaid> last =
        rounds.lastSaid(scope, parts.stream().map(Duty::id).toList());
    return new DutyPartsView(
        show.all(scope, parts).stream()
            .map(
                duty ->
                    new DutyPartView(
                        duty,
                        Optional.ofNullable(last.get(new DutyId(duty.id())))
                            .map(said -> LastReportView.of(said, language))
                            .orElse(null)))
            .toList());
  }

  private ListedDutyView one(Scope scope, PartOutcome outcome) {
    return show.one(scope, done(outcome).getFirst());
  }

  /** What was done; whatever else came of it is a problem. */
  static List<Duty> done(PartOutcome outcome) {
    return switch (outcome) {
      case PartOutcome.Done(List<Duty> parts) -> parts;
      case PartOutcome.Unknown none -> throw unknown();
      case PartOutcome.NotYours other -> throw Problem.of(HttpStatus.FORBIDDEN, "duty.not-theirs");
      case PartOutcome.Stale(Duty now) ->
          throw Problem.of(HttpStatus.CONFLICT, "duty.changed-since", now.changedBy());
      case PartOutcome.Faulty(int at, Message why) -> throw faulty(at, why);
    };
  }

  /** That something cannot be done so; {@code at} is which of several, 0 for the whole. */
  static Problem faulty(int at, Message why) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "duty.part-faulty")
        .with(
            List.of(
                new Finding(
                    at == 0 ? "" : String.valueOf(at), why, Message.of("duty.part.put-right"))));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "duty.unknown");
  }
}
