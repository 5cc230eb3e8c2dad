package jingtu.server.document.evidence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.document.template.TableDraft;
import jingtu.server.document.template.TemplateField;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateRows;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The catalogue of an evidence package as a kind of document that a region may word itself. */
@Configuration(proxyBeanMethods = false)
class CatalogueKind {

  static final String KEY = "evidence-catalogue";

  private static final String MESSAGES = "evidence-catalogue.";
  private static final String FIELD = MESSAGES + "field.";
  private static final String ROW = MESSAGES + "row.";
  private static final String ROWS = "rows";
  private static final int HASH_DIGITS = 8;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  @Bean
  @Order(3)
  static TemplateKind evidenceCatalogue() {
    return new TemplateKind(
        KEY,
        MESSAGES + "kind",
        Stream.concat(
                Stream.of(
                        "heading",
                        "summary",
                        "title",
                        "region",
                        "made-on",
                        "made-by",
                        "total-size",
                        "totals")
                    .map(field -> TemplateField.text(FIELD + field)),
                Stream.of("thing-count", "file-count", "missing-count")
                    .map(field -> TemplateField.number(FIELD + field)))
            .toList(),
        List.of(
            new TemplateRows(
                MESSAGES + ROWS,
                Stream.of(
                        "number", "thing", "facts", "file", "version", "size", "hash", "by", "at",
                        "note")
                    .map(field -> TemplateField.text(ROW + field))
                    .toList())),
        Map.of(TemplateFormat.WORD, draft()::word));
  }

  /** What the catalogue is called in the package. */
  static String fileName() {
    return say("file-name");
  }

  static TemplateValues values(
      String title,
      String region,
      String by,
      LocalDate on,
      ZoneId office,
      List<NumberedThing> things) {
    int files = things.stream().mapToInt(thing -> thing.files().size()).sum();
    int missing = things.stream().mapToInt(thing -> thing.missing().size()).sum();
    long bytes =
        things.stream()
            .flatMap(thing -> thing.files().stream())
            .mapToLong(file -> file.version().sizeBytes())
            .sum();
    String day = say("day", on.getYear(), on.getMonthValue(), on.getDayOfMonth());
    String totals = totals(things.size(), files, bytes, missing);
    Map<String, TemplateValue> fields = new HashMap<>();
    fields.put("heading", TemplateValue.of(say("heading", title)));
    fields.put("summary", TemplateValue.of(say("summary", region, totals, by, day)));
    fields.put("title", TemplateValue.of(title));
    fields.put("region", TemplateValue.of(region));
    fields.put("made-on", TemplateValue.of(day));
    fields.put("made-by", TemplateValue.of(by));
    fields.put("total-size", TemplateValue.of(size(bytes)));
    fields.put("thing-count", TemplateValue.of(things.size()));
    fields.put("file-count", TemplateValue.of(files));
    fields.put("missing-count", TemplateValue.of(missing));
    fields.put("totals", TemplateValue.of(totals));
    return new TemplateValues(
        fields,
        Map.of(ROWS, things.stream().flatMap(thing -> rows(thing, office).stream()).toList()));
  }

  private static String totals(int things, int files, long bytes, int missing) {
    return missing == 0
        ? say("totals.complete", things, files, size(bytes))
        : say("totals.incomplete", things, files, size(bytes), missing);
  }

  private static List<Map<String, TemplateValue>> rows(NumberedThing thing, ZoneId office) {
    List<Map<String, TemplateValue>> rows = new ArrayList<>();
    thing.files().forEach(file -> rows.add(row(thing, file, office)));
    thing
        .missing()
        .forEach(what -> rows.add(row(thing, Map.of("number", thing.number(), "file", what))));
    return rows;
  }

  private static Map<String, TemplateValue> row(
      NumberedThing thing, NumberedThing.File file, ZoneId office) {
    PieceOfEvidence.Version version = file.version();
    return row(
        thing,
        Map.of(
            "number", file.number(),
            "file", file.name().substring(file.number().length() + 1),
            "version", say("version", version.ordinal()),
            "size", size(version.sizeBytes()),
            "hash", version.sha256().substring(0, HASH_DIGITS),
            "by", version.by(),
            "at", version.at().atZone(office).format(MINUTE),
            "note", version.note()));
  }

  private static Map<String, TemplateValue> row(NumberedThing thing, Map<String, String> words) {
    Map<String, TemplateValue> row = new HashMap<>();
    words.forEach((field, text) -> row.put(field, TemplateValue.of(text)));
    row.put("thing", TemplateValue.of(thing.number() + " " + thing.thing().heading()));
    row.put(
        "facts",
        TemplateValue.of(
            thing.thing().facts().stream()
                .map(fact -> say("fact", fact.label(), fact.text()))
                .collect(Collectors.joining("\n"))));
    return row;
  }

  /** In the largest unit of which there is one, with a decimal where there are fewer than ten. */
  static String size(long bytes) {
    String[] units = {"B", "KB", "MB", "GB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    String form = unit == 0 || value >= 10 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, form, value, units[unit]);
  }

  private static TableDraft draft() {
    return new TableDraft(
        TableDraft.Paper.A4,
        say("kind"),
        "",
        "{{" + say("field.heading") + "}}",
        "{{" + say("field.summary") + "}}",
        List.of(
            column("number", 16, false, TableDraft.Look.CENTRED),
            column("thing", 42, true, TableDraft.Look.TOP),
            column("facts", 48, true, TableDraft.Look.TOP),
            column("file", 60, false, TableDraft.Look.LEFT),
            column("version", 14, false, TableDraft.Look.CENTRED),
            column("size", 18, false, TableDraft.Look.CENTRED),
            column("hash", 20, false, TableDraft.Look.CENTRED),
            column("by", 22, false, TableDraft.Look.CENTRED),
            column("at", 21, false, TableDraft.Look.CENTRED)));
  }

  private static TableDraft.Column column(
      String field, int widthMm, boolean merged, TableDraft.Look look) {
    String option = merged ? "|" + Messages.say(Message.of("template.merge"), Language.ZH) : "";
    String name = say("row." + field);
    return new TableDraft.Column(
        name, widthMm, "{{" + say(ROWS) + "." + name + option + "}}", look);
  }

  /** The catalogue is Chinese in either language of the screens, as the files in it are. */
  static String say(String key, Object... arguments) {
    return Messages.say(Message.of(MESSAGES + key, arguments), Language.ZH);
  }
}
