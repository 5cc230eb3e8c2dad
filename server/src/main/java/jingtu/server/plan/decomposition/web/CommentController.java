package jingtu.server.plan.decomposition.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.ReceivedFile;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.edge.SaidFinding;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.comment.CommentRound;
import jingtu.server.plan.decomposition.comment.CommentRounds;
import jingtu.server.plan.decomposition.comment.Decision;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Rounds of comments on the work of a plan. */
@RestController
@RequestMapping("/api/plans/{id}/comment-rounds")
class CommentController {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final CommentRounds rounds;
  private final Plans plans;

  CommentController(CommentRounds rounds, Plans plans) {
    this.rounds = rounds;
    this.plans = plans;
  }

  record RoundForm(@NotNull LocalDate closesOn) {}

  /** Without an item it speaks of the whole; without words there is nothing to say. */
  record CommentForm(
      @NotNull String organisation,
      @Nullable UUID itemId,
      @NotNull String opinion,
      @NotNull String proposed) {}

  /** With a column, the item's cell says {@code wording} from now on. */
  record AnswerForm(
      int version,
      @NotNull Decision decision,
      @NotNull String reason,
      @Nullable WorkItemColumn column,
      @Nullable String wording,
      @Nullable Integer itemVersion) {

    Optional<CommentRounds.Change> change() {
      return Optional.ofNullable(column)
          .map(
              cell ->
                  new CommentRounds.Change(
                      cell,
                      Optional.ofNullable(wording).orElse(""),
                      Optional.ofNullable(itemVersion).orElse(0)));
    }
  }

  /** What became of one file. */
  record ReturnedView(String file, boolean taken, List<SaidFinding> findings) {}

  record ReturnedFilesView(RoundView round, List<ReturnedView> files) {}

  @GetMapping
  @AllowedTo.Everyone
  List<RoundView> list(Scope scope, @PathVariable UUID id) {
    return rounds.list(scope, plan(scope, id).id()).stream().map(RoundView::of).toList();
  }

  @PostMapping
  @AllowedTo(Role.COORDINATOR)
  RoundView open(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody RoundForm form,
      HttpServletRequest request) {
    return view(rounds.open(scope, new PlanId(id), form.closesOn()), request);
  }

  /** Closes the round for good. */
  @PostMapping("/{round}/closing")
  @AllowedTo(Role.COORDINATOR)
  RoundView close(
      Scope scope, @PathVariable UUID id, @PathVariable UUID round, HttpServletRequest request) {
    return view(rounds.close(scope, new PlanId(id), round), request);
  }

  /** The sheet for one organisation. */
  @GetMapping("/{round}/sheet.xlsx")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> sheet(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable UUID round,
      @RequestParam String organisation,
      HttpServletRequest request) {
    byte[] bytes =
        rounds
            .sheet(scope, new PlanId(id), round, organisation, RequestLanguage.of(request))
            .orElseThrow(CommentController::unknown);
    return Download.named(organisation + ".xlsx", Download.WORKBOOK).body(bytes);
  }

  /** The sheets for all organisations that are asked. */
  @GetMapping("/{round}/sheets.zip")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> sheets(
      Scope scope, @PathVariable UUID id, @PathVariable UUID round, HttpServletRequest request)
      throws IOException {
    RegisteredPlan plan = plan(scope, id);
    CommentRound found =
        rounds.list(scope, plan.id()).stream()
            .filter(each -> each.id().equals(round))
            .findFirst()
            .orElseThrow(CommentController::unknown);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (CommentRound.Request asked : found.requests()) {
        byte[] sheet =
            rounds
                .sheet(scope, plan.id(), round, asked.organisation(), RequestLanguage.of(request))
                .orElseThrow(CommentController::unknown);
        zip.putNextEntry(
            new ZipEntry(asked.organisation().replaceAll("[\\\\/:*?\"<>|]", "_") + ".xlsx"));
        zip.write(sheet);
        zip.closeEntry();
      }
    }
    return Download.named(plan.title() + ".zip", ZIP).body(bytes.toByteArray());
  }

  /** What became of the comments, as a workbook. */
  @GetMapping("/{round}/summary.xlsx")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> summary(
      Scope scope, @PathVariable UUID id, @PathVariable UUID round, HttpServletRequest request) {
    RegisteredPlan plan = plan(scope, id);
    Language language = RequestLanguage.of(request);
    byte[] bytes =
        rounds.summary(scope, plan.id(), round, language).orElseThrow(CommentController::unknown);
    String name = Messages.say(Message.of("decomposition.summary.name"), language);
    return Download.named(name + ".xlsx", Download.WORKBOOK).body(bytes);
  }

  /** Takes sheets back, each by itself: a faulty one does not keep the others out. */
  @PostMapping(path = "/{round}/sheets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedTo(Role.COORDINATOR)
  ReturnedFilesView take(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable UUID round,
      @RequestParam List<MultipartFile> files,
      HttpServletRequest request)
      throws IOException {
    Language language = RequestLanguage.of(request);
    List<ReturnedView> returned = new ArrayList<>();
    for (MultipartFile file : files) {
      returned.add(take(scope, new PlanId(id), round, file, language));
    }
    RoundView now =
        list(scope, id).stream()
            .filter(view -> view.id().equals(round))
            .findFirst()
            .orElseThrow(CommentController::unknown);
    return new ReturnedFilesView(now, returned);
  }

  private ReturnedView take(
      Scope scope, PlanId plan, UUID round, MultipartFile sent, Language language)
      throws IOException {
    String name = Optional.ofNullable(sent.getOriginalFilename()).orElse("");
    try (ReceivedFile received = ReceivedFile.of(sent)) {
      return switch (rounds.take(scope, plan, round, received.file())) {
        case CommentRounds.Outcome.Done(CommentRound now, List<CellFinding> findings) ->
            new ReturnedView(
                name, true, findings.stream().map(fault -> said(fault, language)).toList());
        case CommentRounds.Outcome.Refused(List<Finding> findings) ->
            new ReturnedView(
                name,
                false,
                findings.stream().map(finding -> SaidFinding.of(finding, language)).toList());
        case CommentRounds.Outcome other -> throw problem(other, language);
      };
    }
  }

  /** Keeps a comment that came by telephone or on paper. */
  @PostMapping("/{round}/comments")
  @AllowedTo(Role.COORDINATOR)
  RoundView type(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable UUID round,
      @Valid @RequestBody CommentForm form,
      HttpServletRequest request) {
    return view(
        rounds.type(
            scope,
            new PlanId(id),
            round,
            form.organisation(),
            Optional.ofNullable(form.itemId()).map(WorkItemId::new),
            form.opinion(),
            form.proposed()),
        request);
  }

  @PutMapping("/{round}/comments/{comment}/answer")
  @AllowedTo(Role.COORDINATOR)
  RoundView answer(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable UUID round,
      @PathVariable UUID comment,
      @Valid @RequestBody AnswerForm form,
      HttpServletRequest request) {
    CommentRounds.Reply reply =
        new CommentRounds.Reply(form.version(), form.decision(), form.reason(), form.change());
    return view(rounds.answer(scope, new PlanId(id), round, comment, reply), request);
  }

  private RegisteredPlan plan(Scope scope, UUID id) {
    return plans.findSummary(scope, new PlanId(id)).orElseThrow(Answers::unknown);
  }

  private static RoundView view(CommentRounds.Outcome outcome, HttpServletRequest request) {
    return switch (outcome) {
      case CommentRounds.Outcome.Done(CommentRound round, List<CellFinding> findings) ->
          RoundView.of(round);
      case CommentRounds.Outcome other -> throw problem(other, RequestLanguage.of(request));
    };
  }

  private static Problem problem(CommentRounds.Outcome outcome, Language language) {
    return switch (outcome) {
      case CommentRounds.Outcome.Done done -> throw new IllegalStateException("no problem");
      case CommentRounds.Outcome.Unknown none -> unknown();
      case CommentRounds.Outcome.NotYourRegion(RegionCode region) -> Answers.notYourRegion(region);
      case CommentRounds.Outcome.Closed closed ->
          Problem.of(HttpStatus.CONFLICT, "decomposition.round.closed");
      case CommentRounds.Outcome.Refused(List<Finding> findings) -> Answers.refused(findings);
      case CommentRounds.Outcome.StaleComment(CommentRound.Comment now) ->
          Problem.of(
              HttpStatus.CONFLICT,
              "decomposition.comment-stale",
              now.answer().map(answer -> answer.signed().by()).orElse(""),
              now.answer().map(answer -> Answers.said(answer.signed().at())).orElse(""));
      case CommentRounds.Outcome.StaleItem(List<StoredItem> now) -> Answers.stale(now, language);
    };
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "decomposition.round.unknown");
  }

  private static SaidFinding said(CellFinding fault, Language language) {
    return new SaidFinding(
        fault.at().toString(),
        Messages.say(fault.problem(), language),
        Messages.say(fault.remedy(), language));
  }
}
