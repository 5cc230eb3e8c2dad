package jingtu.server.plan.decomposition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Obligation;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.plan.entry.Headings;

/**
 * Finds duties in the text of a notice, of a meeting's decisions or of an inspection's findings.
 *
 * <p>The plan reader looks for plans, and such a text has neither a plan's title nor its chapters:
 * so it is read below those of a frame. A sentence that stands as a numbered heading would be taken
 * for one; each paragraph in which nothing was found is therefore read once more without its
 * number.
 */
public final class ReadSource {

  private static final String FRAME = frame();

  private static final Pattern NUMBER =
      Pattern.compile(
          "^[\\s\\u3000]*(?:[（(]?[\\p{IsHan}\\d]{1,3}[）)]?[、.．]|[（(][\\p{IsHan}\\d]{1,3}[）)])");

  private ReadSource() {}

  /**
   * A duty that was found.
   *
   * @param start its first code point in the text
   * @param end one past its last
   * @param sentence its words
   * @param heading the headings above it
   * @param organisations to whom it falls, each with its role; may be empty
   * @param deadline as {@link WrittenDeadlines} writes them; may be empty
   * @param targets the words of its targets
   */
  public record Duty(
      int start,
      int end,
      String sentence,
      String heading,
      List<Named> organisations,
      String deadline,
      String targets) {

    public Duty {
      organisations = List.copyOf(organisations);
    }
  }

  /** An organisation as written, and in what way it is named. */
  public record Named(String organisation, ItemRole role) {}

  /**
   * The duties of a text, in its order.
   *
   * @param year that dates without one belong to
   */
  public static List<Duty> duties(String text, int year) {
    String frame = FRAME.replace("{0}", String.valueOf(year));
    List<Duty> found = new ArrayList<>(read(frame, text, 0));
    int at = 0;
    for (String paragraph : text.split("(?<=\\n)", -1)) {
      int length = paragraph.codePointCount(0, paragraph.length());
      int from = at;
      boolean untouched =
          found.stream().noneMatch(duty -> duty.start() < from + length && from < duty.end());
      Matcher number = NUMBER.matcher(paragraph);
      if (untouched && number.find()) {
        int skipped = paragraph.codePointCount(0, number.end());
        found.addAll(read(frame, paragraph.substring(number.end()), at + skipped));
      }
      at += length;
    }
    return found.stream().sorted(Comparator.comparingInt(Duty::start)).toList();
  }

  private static List<Duty> read(String frame, String text, int offset) {
    PlanReading reading = PlanReader.readText(frame + text);
    int before = frame.codePointCount(0, frame.length());
    Shift shift = new Shift(reading, before, offset);
    List<Duty> duties = new ArrayList<>();
    for (ReadPlan plan : reading.plans()) {
      plan.tasks().forEach(task -> duties.addAll(ofTask(task, shift)));
      plan.obligations().forEach(obligation -> duties.add(of(obligation, shift)));
    }
    return duties.stream().filter(duty -> duty.start() >= offset).toList();
  }

  private static List<Duty> ofTask(Task task, Shift shift) {
    List<Named> named = new ArrayList<>();
    task.lead().forEach(name -> named.add(new Named(name, ItemRole.LEAD)));
    task.responsible().forEach(name -> named.add(new Named(name, ItemRole.RESPONSIBLE)));
    task.participants().forEach(name -> named.add(new Named(name, ItemRole.PARTICIPANT)));
    task.implementers().forEach(name -> named.add(new Named(name, ItemRole.IMPLEMENTER)));
    if (task.actions().isEmpty()) {
      return List.of(shift.duty(task.span(), task.path(), named, task.deadlines(), task.targets()));
    }
    return task.actions().stream().map(action -> of(action, task, named, shift)).toList();
  }

  private static Duty of(Action action, Task task, List<Named> named, Shift shift) {
    List<Named> whose =
        action.actor().map(actor -> List.of(new Named(actor, ItemRole.ACTOR))).orElse(named);
    return shift.duty(action.span(), task.path(), whose, action.deadlines(), action.targets());
  }

  private static Duty of(Obligation obligation, Shift shift) {
    List<Named> whose =
        obligation.actor().stream()
            .flatMap(actor -> Stream.of(actor.split("、", -1)))
            .map(actor -> new Named(actor, ItemRole.ACTOR))
            .toList();
    return shift.duty(
        obligation.span(), obligation.path(), whose, obligation.deadlines(), obligation.targets());
  }

  /** From the framed text back to the text itself. */
  private record Shift(PlanReading reading, int frame, int offset) {

    Duty duty(
        Span span,
        List<String> path,
        List<Named> whose,
        List<Deadline> deadlines,
        List<Target> targets) {
      List<String> own = path.size() > 1 ? path.subList(1, path.size()) : List.of();
      return new Duty(
          span.start() - frame + offset,
          span.end() - frame + offset,
          reading.words(span),
          Headings.onOneLine(own),
          whose,
          WrittenDeadlines.of(deadlines, reading::words),
          targets.stream()
              .map(target -> reading.words(target.span()))
              .distinct()
              .reduce((some, more) -> some + "；" + more)
              .orElse(""));
    }
  }

  private static String frame() {
    try (InputStream file =
        Objects.requireNonNull(
            ReadSource.class.getResourceAsStream("/plan/source-frame.txt"), "source-frame.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read source-frame.txt", e);
    }
  }

  /** The text of an uploaded file; empty where it cannot be read. */
  public static Optional<String> text(String fileName, byte[] content) {
    return PlanReader.read(fileName, content) instanceof PlanReading reading
        ? Optional.of(reading.text())
        : Optional.empty();
  }
}
