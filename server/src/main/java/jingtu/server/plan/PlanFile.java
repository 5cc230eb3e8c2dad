package jingtu.server.plan;

import java.util.Optional;
import java.util.Set;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.server.document.FileKind;
import jingtu.server.document.Upload;
import jingtu.server.document.UploadCheck;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** Reads a file that was handed in, or says why no plan may be taken from it. */
final class PlanFile {

  /** The kinds of file that a plan comes as. */
  static final UploadCheck.Taken TAKEN =
      new UploadCheck.Taken(
          Set.of(
              FileKind.PDF,
              FileKind.WORD,
              FileKind.EXCEL,
              FileKind.OFFICE_97,
              FileKind.HTML,
              FileKind.TEXT),
          Message.of("plan.kinds-taken"));

  private PlanFile() {}

  /** What comes of reading. */
  sealed interface Outcome {
    record Read(PlanReading reading) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}
  }

  static Outcome read(Upload upload) {
    return switch (PlanReader.read(upload.name(), upload.content())) {
      case jingtu.planreader.Refused(Finding finding) -> new Outcome.Refused(finding);
      case PlanReading reading ->
          whyNot(upload, reading)
              .<Outcome>map(Outcome.Refused::new)
              .orElseGet(() -> new Outcome.Read(reading));
    };
  }

  private static Optional<Finding> whyNot(Upload upload, PlanReading reading) {
    Optional<String> mark = SecrecyMarks.find(reading);
    if (mark.isPresent()) {
      return Optional.of(finding(upload, Message.of("plan.secret", mark.get()), "plan.no-secrets"));
    }
    if (reading.text().indexOf('\0') >= 0) {
      return Optional.of(finding(upload, Message.of("plan.damaged-text"), "plan.save-anew"));
    }
    if (reading.plans().stream().allMatch(PlanFile::obligesNobody)) {
      return Optional.of(finding(upload, Message.of("plan.no-plan"), "plan.what-a-plan-has"));
    }
    return Optional.empty();
  }

  private static boolean obligesNobody(ReadPlan plan) {
    return plan.tasks().isEmpty() && plan.goals().isEmpty() && plan.obligations().isEmpty();
  }

  private static Finding finding(Upload upload, Message problem, String remedy) {
    return new Finding(upload.name(), problem, Message.of(remedy));
  }
}
