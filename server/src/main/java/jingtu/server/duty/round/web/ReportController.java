package jingtu.server.duty.round.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
import jingtu.server.duty.round.ReportTogether;
import jingtu.server.duty.round.ReportTogether.SeenLine;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says progress, and judges what was said; each for many lines at once, all or none of them, so
 * that one report may answer several duties.
 */
@RestController
@RequestMapping("/api/round-ups/lines")
class ReportController {

  private static final int MOST_AT_ONCE = 500;

  private final ReportTogether together;
  private final ReportProgress report;

  ReportController(ReportTogether together, ReportProgress report) {
    this.together = together;
    this.report = report;
  }

  /** A line in the version that was seen. */
  record SeenLineForm(@NotNull UUID id, int version) {}

  /**
   * What is said of the lines.
   *
   * @param files ids of evidence that was handed in
   * @param toldBy who told it and how, where it is written down for the organisation (代录)
   */
  record ReportForm(
      @NotEmpty @Size(max = MOST_AT_ONCE) List<@Valid SeenLineForm> lines,
      @NotNull DutyState state,
      @Nullable String progress,
      @Nullable String completion,
      @Nullable String problems,
      @Nullable String nextSteps,
      @Nullable String reason,
      @Nullable String proof,
      @Nullable @Size(max = Progress.MOST_FILES) List<UUID> files,
      @Nullable String toldBy) {

    Progress said() {
      return new Progress(
          state,
          text(progress),
          text(completion),
          text(problems),
          text(nextSteps),
          text(reason),
          text(proof),
          Optional.ofNullable(files).orElse(List.of()).stream().map(EvidenceId::new).toList());
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given;
    }
  }

  record JudgeForm(@NotEmpty @Size(max = MOST_AT_ONCE) List<@Valid SeenLineForm> lines) {}

  record ReasonedForm(
      @NotEmpty @Size(max = MOST_AT_ONCE) List<@Valid SeenLineForm> lines, @Nullable String why) {

    String reason() {
      return Optional.ofNullable(why).orElse("");
    }
  }

  /** The lines that changed, in their new versions. */
  record JudgedLinesView(List<SeenLineForm> lines) {}

  /** Reports on duties: by who owes them, or on behalf by who keeps the round-up. */
  @PostMapping("/reports")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  JudgedLinesView report(Scope scope, @Valid @RequestBody ReportForm form) {
    Progress said = form.said();
    Optional<String> told = Optional.ofNullable(form.toldBy()).filter(text -> !text.isBlank());
    return all(
        form.lines(),
        (id, version) ->
            told.isPresent()
                ? report.reportOnBehalf(scope, id, version, said, told.get())
                : report.report(scope, id, version, said));
  }

  /** Accepts reports (审核通过). */
  @PostMapping("/acceptance")
  @AllowedTo(Role.COORDINATOR)
  JudgedLinesView accept(Scope scope, @Valid @RequestBody JudgeForm form) {
    return all(form.lines(), (id, version) -> report.accept(scope, id, version));
  }

  /** Gives reports back to be said anew (退回). */
  @PostMapping("/return")
  @AllowedTo(Role.COORDINATOR)
  JudgedLinesView giveBack(Scope scope, @Valid @RequestBody ReasonedForm form) {
    return all(form.lines(), (id, version) -> report.giveBack(scope, id, version, form.reason()));
  }

  /** Opens accepted reports again. */
  @PostMapping("/reopening")
  @AllowedTo(Role.COORDINATOR)
  JudgedLinesView reopen(Scope scope, @Valid @RequestBody ReasonedForm form) {
    return all(form.lines(), (id, version) -> report.reopen(scope, id, version, form.reason()));
  }

  private JudgedLinesView all(List<SeenLineForm> lines, ReportTogether.Act act) {
    List<ReportOutcome> outcomes =
        together.all(
            lines.stream()
                .map(line -> new SeenLine(new LineId(line.id()), line.version()))
                .toList(),
            act);
    return new JudgedLinesView(outcomes.stream().map(ReportController::done).toList());
  }

  private static SeenLineForm done(ReportOutcome outcome) {
    return switch (outcome) {
      case ReportOutcome.Done(ReportLine line) ->
          new SeenLineForm(line.id().value(), line.version());
      case ReportOutcome.Unknown none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "round.unknown-line");
      case ReportOutcome.NotYours other ->
          throw Problem.of(HttpStatus.FORBIDDEN, "round.not-yours");
      case ReportOutcome.Stale(ReportLine now) ->
          throw Problem.of(HttpStatus.CONFLICT, "round.changed-since", now.changedBy())
              .with("line", now.id().value())
              .with("version", now.version());
      case ReportOutcome.OutOfTurn(ReportLine now, Message why) ->
          throw Problem.of(HttpStatus.CONFLICT, "round.out-of-turn")
              .with(List.of(new Finding("", why, Message.of("round.look-again"))));
      case ReportOutcome.Faulty(Message why) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "round.faulty")
              .with(List.of(new Finding("", why, Message.of("round.put-right"))));
    };
  }
}
