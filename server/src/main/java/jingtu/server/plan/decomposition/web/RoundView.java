package jingtu.server.plan.decomposition.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.comment.CommentRound;
import jingtu.server.plan.decomposition.comment.Decision;
import org.jspecify.annotations.Nullable;

/** A round of comments as its page shows it. */
record RoundView(
    UUID id,
    int number,
    LocalDate closesOn,
    String openedBy,
    Instant openedAt,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    List<AskedView> asked,
    List<CommentView> comments) {

  static RoundView of(CommentRound round) {
    return new RoundView(
        round.id(),
        round.number(),
        round.closesOn(),
        round.opened().by(),
        round.opened().at(),
        round.closed().map(CommentRound.Signed::by).orElse(null),
        round.closed().map(CommentRound.Signed::at).orElse(null),
        round.requests().stream()
            .map(
                request ->
                    new AskedView(
                        request.organisation(),
                        request.answered().map(CommentRound.Signed::at).orElse(null)))
            .toList(),
        round.comments().stream().map(CommentView::of).toList());
  }

  record AskedView(String organisation, @Nullable Instant answeredAt) {}

  /** What an organisation says, and what became of it. */
  record CommentView(
      UUID id,
      int version,
      String organisation,
      @Nullable UUID itemId,
      String opinion,
      String proposed,
      String receivedBy,
      Instant receivedAt,
      @Nullable AnswerView answer) {

    static CommentView of(CommentRound.Comment comment) {
      return new CommentView(
          comment.id(),
          comment.version(),
          comment.organisation(),
          comment.item().map(WorkItemId::value).orElse(null),
          comment.opinion(),
          comment.proposed(),
          comment.received().by(),
          comment.received().at(),
          comment.answer().map(AnswerView::of).orElse(null));
    }
  }

  record AnswerView(
      Decision decision,
      String reason,
      @Nullable WorkItemColumn column,
      String before,
      String after,
      String by,
      Instant at) {

    static AnswerView of(CommentRound.Answer answer) {
      Optional<WorkItemColumn> changed = answer.changed();
      return new AnswerView(
          answer.decision(),
          answer.reason(),
          changed.orElse(null),
          answer.before(),
          answer.after(),
          answer.signed().by(),
          answer.signed().at());
    }
  }
}
