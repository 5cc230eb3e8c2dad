package jingtu.server.plan.decomposition.comment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;

/**
 * One round of comments on the work of a plan.
 *
 * @param number of the round in its plan, from 1
 * @param closesOn the day by which answers are wanted
 * @param closed by whom and when it was closed; nothing in it changes after that
 * @param requests who is asked, by name
 * @param comments in the order in which they came
 */
public record CommentRound(
    UUID id,
    int number,
    LocalDate closesOn,
    Signed opened,
    Optional<Signed> closed,
    List<Request> requests,
    List<Comment> comments) {

  public CommentRound {
    requests = List.copyOf(requests);
    comments = List.copyOf(comments);
  }

  /** Who did something, by the name of the account, and when. */
  public record Signed(String by, Instant at) {}

  /**
   * An organisation that is asked.
   *
   * @param answered when something came back, be it that there is nothing to say
   */
  public record Request(String organisation, Optional<Signed> answered) {}

  /**
   * What an organisation says.
   *
   * @param item of which item; absent where it speaks of the whole
   * @param proposed the wording that it would rather have; may be empty
   * @param version grows with each answer
   */
  public record Comment(
      UUID id,
      String organisation,
      Optional<WorkItemId> item,
      String opinion,
      String proposed,
      Signed received,
      Optional<Answer> answer,
      int version) {}

  /**
   * What became of a comment.
   *
   * @param changed the column of the item that was changed because of it
   * @param before what stood in it
   * @param after what stands in it now
   */
  public record Answer(
      Decision decision,
      String reason,
      Optional<WorkItemColumn> changed,
      String before,
      String after,
      Signed signed) {}

  /** Those who have not answered. */
  public List<String> silent() {
    return requests.stream()
        .filter(request -> request.answered().isEmpty())
        .map(Request::organisation)
        .toList();
  }

  /** How many comments have no answer yet. */
  public long unanswered() {
    return comments.stream().filter(comment -> comment.answer().isEmpty()).count();
  }
}
