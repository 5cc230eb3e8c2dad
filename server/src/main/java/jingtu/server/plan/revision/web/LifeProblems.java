package jingtu.server.plan.revision.web;

import jingtu.server.edge.Problem;
import jingtu.server.plan.revision.LifeOutcome.Refusal;
import org.springframework.http.HttpStatus;

/** Why a change in the life of a plan was refused, in words for people. */
public final class LifeProblems {

  private LifeProblems() {}

  public static Problem of(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_OLDER -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.unknown-older");
      case OTHER_REGION -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.other-region");
      case CIRCLE -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.revision-circle");
      case ALREADY_REVISED -> Problem.of(HttpStatus.CONFLICT, "plan.already-revised");
      case REVISES_ANOTHER -> Problem.of(HttpStatus.CONFLICT, "plan.revises-another");
      case TOO_EARLY -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.revised-too-early");
      case NO_OLDER -> Problem.of(HttpStatus.CONFLICT, "plan.no-older");
      case STRANGE_TASK -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.strange-task");
    };
  }
}
