package jingtu.server.duty.chase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.chase.Chase;
import jingtu.server.duty.chase.Chases;
import jingtu.server.duty.chase.Chasing;
import jingtu.server.duty.chase.Owing;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who owes reports in a round-up, and that they were asked. */
@RestController
@RequestMapping("/api/round-ups/{id}/chasing")
class ChaseController {

  private final WhoOwes whoOwes;
  private final Chases chases;
  private final Rounds rounds;

  ChaseController(WhoOwes whoOwes, Chases chases, Rounds rounds) {
    this.whoOwes = whoOwes;
    this.chases = chases;
    this.rounds = rounds;
  }

  record ChaseView(Chase.Way way, String text, String by, Instant at) {}

  /**
   * An organisation that owes reports.
   *
   * @param open the beginnings of what nothing was said of
   * @param text ready to paste
   */
  record OwingView(
      UUID organisation,
      String name,
      List<String> open,
      int returned,
      String text,
      List<ChaseView> chases) {

    static OwingView of(Owing owing) {
      return new OwingView(
          owing.organisation(),
          owing.name(),
          owing.open(),
          owing.returned(),
          owing.text(),
          owing.chases().stream()
              .map(chase -> new ChaseView(chase.way(), chase.body(), chase.by(), chase.at()))
              .toList());
    }
  }

  /** All that owe reports; {@code text} asks them together, ready to paste. */
  record ChasingView(LocalDate today, int overdueDays, String text, List<OwingView> owing) {}

  record ChaseForm(@NotEmpty List<UUID> organisations, @NotNull Chase.Way way) {}

  /** Who has not reported, and the words in which to ask. */
  @GetMapping
  @AllowedTo(Role.COORDINATOR)
  ChasingView list(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    Chasing chasing = found(scope, id, request);
    return new ChasingView(
        chasing.today(),
        chasing.overdueDays(),
        chasing.text(),
        chasing.owing().stream().map(OwingView::of).toList());
  }

  /** Notes that organisations were asked; those that owe nothing are passed over. */
  @PostMapping
  @AllowedTo(Role.COORDINATOR)
  ChasingView note(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody ChaseForm form,
      HttpServletRequest request) {
    if (!form.way().isByHand()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "chase.not-by-hand");
    }
    Round round =
        rounds
            .find(scope, new RoundId(id))
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "round.unknown"));
    List<Owing> asked =
        found(scope, id, request).owing().stream()
            .filter(owing -> form.organisations().contains(owing.organisation()))
            .toList();
    chases.note(scope, round, asked, form.way());
    return list(scope, id, request);
  }

  private Chasing found(Scope scope, UUID id, HttpServletRequest request) {
    return whoOwes
        .in(scope, new RoundId(id), RequestLanguage.of(request))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "round.unknown"));
  }
}
