package jingtu.server.register.record.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import jingtu.server.edge.Problem;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.FieldFault;
import jingtu.server.register.record.RecordConflict;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.http.HttpStatus;

/** Records that are refused, as problems in the language of whoever asked. */
public final class RecordProblems {

  private RecordProblems() {}

  /** What is wrong with one field, as it stands in an answer. */
  public record RecordFaultView(String field, String message) {}

  /** What is different in one field from what was looked at. */
  public record SinceView(
      String field, String label, String before, String after, String by, Instant at) {}

  /** What comes of something that stores records, with its refusals as problems. */
  public static <T> T said(Language language, Supplier<T> work) {
    try {
      return work.get();
    } catch (FaultyRecord faulty) {
      throw of(faulty.faults(), language);
    } catch (RecordConflict conflict) {
      throw of(conflict, language);
    }
  }

  /** 422 with {@code faults}. */
  public static Problem of(List<FieldFault> faults, Language language) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-record.faults", faults.size())
        .with("faults", views(faults, language));
  }

  static List<RecordFaultView> views(List<FieldFault> faults, Language language) {
    return faults.stream()
        .map(
            fault ->
                new RecordFaultView(
                    RecordJson.name(fault.field()), Messages.say(fault.message(), language)))
        .toList();
  }

  private static Problem of(RecordConflict conflict, Language language) {
    return Problem.of(HttpStatus.CONFLICT, "register-record.changed-since")
        .with("version", conflict.version())
        .with(
            "changes",
            conflict.since().stream()
                .map(
                    since ->
                        new SinceView(
                            RecordJson.name(since.field()),
                            label(since.field(), since.label(), language),
                            since.before(),
                            since.after(),
                            since.by(),
                            since.at()))
                .toList());
  }

  /** The label of a field, or of what every record has. */
  static String label(String field, String label, Language language) {
    return field.startsWith("$")
        ? Messages.say(Message.of("register-record.label." + RecordJson.name(field)), language)
        : label.isEmpty() ? field : label;
  }
}
