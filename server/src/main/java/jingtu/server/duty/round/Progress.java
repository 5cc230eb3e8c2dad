package jingtu.server.duty.round;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.vocabulary.Message;

/**
 * What an organisation says of one duty for a period. Texts may be empty.
 *
 * @param progress what was done (进展)
 * @param completion how much of it is done (完成情况)
 * @param problems what stands in the way (存在问题)
 * @param nextSteps what comes next (下步打算)
 * @param reason why it is behind, or is none of theirs (滞后原因)
 * @param proof what proves it (佐证), in words: names of papers and where they lie
 * @param files the evidence that was handed in with it, each once
 */
public record Progress(
    DutyState state,
    String progress,
    String completion,
    String problems,
    String nextSteps,
    String reason,
    String proof,
    List<EvidenceId> files) {

  /** The most characters of one text. */
  public static final int LONGEST = 4000;

  /** The most files of one report. */
  public static final int MOST_FILES = 50;

  public Progress {
    progress = progress.strip();
    completion = completion.strip();
    problems = problems.strip();
    nextSteps = nextSteps.strip();
    reason = reason.strip();
    proof = proof.strip();
    files = files.stream().distinct().toList();
  }

  /** What was said without any file. */
  public Progress(
      DutyState state,
      String progress,
      String completion,
      String problems,
      String nextSteps,
      String reason,
      String proof) {
    this(state, progress, completion, problems, nextSteps, reason, proof, List.of());
  }

  /** The same words with these files. */
  public Progress with(List<EvidenceId> others) {
    return new Progress(state, progress, completion, problems, nextSteps, reason, proof, others);
  }

  /** Whether it says the same in state and words, whatever files hang on it. */
  public boolean saysTheSame(Progress other) {
    return with(List.of()).equals(other.with(List.of()));
  }

  /** What is missing in it, or too long; absent where it can be taken. */
  public Optional<Message> fault() {
    if (Stream.of(progress, completion, problems, nextSteps, reason, proof)
        .anyMatch(text -> text.length() > LONGEST)) {
      return Optional.of(Message.of("round.too-long", LONGEST));
    }
    if (files.size() > MOST_FILES) {
      return Optional.of(Message.of("round.too-many-files", MOST_FILES));
    }
    if (state.needsReason() && reason.isEmpty()) {
      return Optional.of(Message.of("round.needs-reason"));
    }
    if (state != DutyState.NOT_CONCERNED && progress.isEmpty() && completion.isEmpty()) {
      return Optional.of(Message.of("round.says-nothing"));
    }
    return Optional.empty();
  }
}
