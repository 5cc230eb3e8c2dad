package jingtu.server.duty.reminder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.chase.Owing;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.reminder.RemindNow;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends the words of chasing to organisations. */
@RestController
@RequestMapping("/api/round-ups/{id}/chasing/messages")
class RemindNowController {

  private final RemindNow remindNow;
  private final WhoOwes whoOwes;
  private final Rounds rounds;

  RemindNowController(RemindNow remindNow, WhoOwes whoOwes, Rounds rounds) {
    this.remindNow = remindNow;
    this.whoOwes = whoOwes;
    this.rounds = rounds;
  }

  /**
   * To whom it is sent.
   *
   * @param inQuietHours what is done then; where it says {@code ASK}, the answer is 409 and tells
   *     until when they are
   */
  record RemindNowForm(
      @NotEmpty List<UUID> organisations, @NotNull RemindNow.InQuietHours inQuietHours) {}

  /**
   * What was put into the outbox.
   *
   * @param unreached names of organisations without an address to which anything can be sent
   * @param from when they go out, where that is later than now
   */
  record RemindedView(int messages, List<String> unreached, @Nullable Instant from) {}

  /** Sends to those of the organisations that owe reports. */
  @PostMapping
  @AllowedTo(Role.COORDINATOR)
  RemindedView send(Scope scope, @PathVariable UUID id, @Valid @RequestBody RemindNowForm form) {
    Round round =
        rounds
            .find(scope, new RoundId(id))
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "round.unknown"));
    // Offices write to each other in Chinese, whatever language the screen is in.
    List<Owing> asked =
        whoOwes.in(scope, round.id(), Language.ZH).orElseThrow().owing().stream()
            .filter(owing -> form.organisations().contains(owing.organisation()))
            .toList();
    RemindNow.Put put = remindNow.ask(scope, round, asked, form.inQuietHours());
    return new RemindedView(put.messages(), put.unreached(), put.from().orElse(null));
  }
}
