package jingtu.planreader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.planreader.revision.Change;
import jingtu.planreader.revision.Comparison;
import jingtu.planreader.revision.FieldChange;
import jingtu.planreader.revision.Place;
import jingtu.planreader.revision.Renumbered;
import jingtu.planreader.revision.SentenceChange;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A comparison of two versions as a workbook for people: a row a change, the sentence as it was
 * beside the sentence as it is; and a sheet of the numbers that only shifted.
 */
public final class RevisionWorkbook {

  private final Language language;

  private RevisionWorkbook(Language language) {
    this.language = language;
  }

  /** Writes the workbook; its headings speak the given language. */
  public static void write(Comparison comparison, Language language, OutputStream out)
      throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      new RevisionWorkbook(language).fill(book, comparison);
      book.write(out);
    }
  }

  private void fill(XSSFWorkbook book, Comparison comparison) {
    TableSheet.Styles styles = new TableSheet.Styles(book);
    TableSheet changes =
        new TableSheet(
            book.createSheet(say("changes")),
            styles,
            List.of(
                column("number", 6),
                column("kind", 8),
                column("subject", 10),
                column("place-before", 30),
                column("place-after", 30),
                column("before", 50),
                column("after", 50),
                column("fields", 50)));
    int number = 0;
    for (Change change : comparison.changes()) {
      number++;
      changes.row(
          Integer.toString(number),
          kind(change.kind()),
          subject(change.subject()),
          places(change.before()),
          places(change.after()),
          sentences(change, SentenceChange::before),
          sentences(change, SentenceChange::after),
          change.fields().stream().map(this::field).collect(Collectors.joining("\n")));
    }
    TableSheet numbering =
        new TableSheet(
            book.createSheet(say("numbering")),
            styles,
            List.of(column("place-after", 40), column("before", 40), column("after", 40)));
    for (Renumbered shifted : comparison.numbering()) {
      numbering.row(String.join(" / ", shifted.path()), shifted.before(), shifted.after());
    }
  }

  private TableSheet.Column column(String key, int width) {
    return new TableSheet.Column(say(key), width);
  }

  private String kind(Change.Kind kind) {
    return say("kind." + kind.name());
  }

  private String subject(Change.Subject subject) {
    return say("subject." + subject.name());
  }

  private static String places(List<Place> places) {
    return places.stream()
        .map(place -> String.join(" / ", place.path()))
        .collect(Collectors.joining("\n"));
  }

  private String sentences(Change change, Function<SentenceChange, String> side) {
    return change.sentences().stream()
        .map(
            sentence ->
                sentence.kind() == SentenceChange.Kind.MOVED
                    ? say("moved") + side.apply(sentence)
                    : side.apply(sentence))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String field(FieldChange change) {
    return say(
        "arrow",
        say("field." + change.field().name()),
        list(change.before()),
        list(change.after()));
  }

  private String list(List<String> words) {
    return words.isEmpty() ? say("nothing") : String.join(say("separator"), words);
  }

  private String say(String key, Object... arguments) {
    return Messages.say(
        Message.of("revision-workbook." + key.toLowerCase(Locale.ROOT), arguments), language);
  }
}
