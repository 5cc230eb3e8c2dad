package jingtu.server.register.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition.Disclosure;
import jingtu.server.register.definition.Definition.Group;
import jingtu.server.register.definition.Definition.IndicatorRule;
import jingtu.server.register.definition.Definition.Rule;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.vocabulary.Due;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Parsed;

/**
 * Reads the file of one register. The form of the file is described by {@code
 * register/definition.schema.json}; beyond that, whatever refers to something finds it, expressions
 * compile, and nothing that everybody meets reads what only some may see.
 */
public final class DefinitionReader {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_HELP = 2_000;
  private static final int MOST_FIELDS = 200;
  private static final int MOST_GROUPS = 30;
  private static final int MOST_RULES = 100;
  private static final int MOST_KEY_FIELDS = 5;
  private static final int MOST_SERVED = 50;
  private static final int MOST_VERSIONS = 1_000_000;
  private static final int LONGEST_DUE = 60;

  /** What stands in addresses where the id of a register would. */
  private static final Set<String> ADDRESSES = Set.of("definitions", "definition-schema");

  private static final Pattern CAPABILITY = Pattern.compile("[A-Z]{2,5}-\\d{2,3}");
  private static final List<String> KEYS =
      List.of(
          "register",
          "version",
          "name",
          "kind",
          "help",
          "serves",
          "key",
          "geometry",
          "groups",
          "fields",
          "lifecycle",
          "rules",
          "deadlines",
          "indicators",
          "disclosure");

  private final Faults faults;

  private DefinitionReader(Faults faults) {
    this.faults = faults;
  }

  /**
   * What came of a file.
   *
   * @param definition there where nothing is at fault
   */
  public record Reading(Optional<Definition> definition, List<DefinitionFault> faults) {
    public Reading {
      faults = List.copyOf(faults);
    }
  }

  /** What a definition may refer to outside its own file. */
  public record Surroundings(Set<RegisterId> registers, Set<String> codeLists) {
    public Surroundings {
      registers = Set.copyOf(registers);
      codeLists = new TreeSet<>(codeLists);
    }
  }

  /**
   * Reads a file by itself: whether the registers and code lists that it names exist is not asked.
   */
  public static Reading read(String file, String yaml) {
    return read(file, yaml, Optional.empty());
  }

  /** Reads a file that may refer to these registers, to itself, and to these code lists. */
  public static Reading read(String file, String yaml, Surroundings surroundings) {
    return read(file, yaml, Optional.of(surroundings));
  }

  private static Reading read(String file, String yaml, Optional<Surroundings> surroundings) {
    Faults faults = new Faults(file);
    Optional<Definition> read =
        YamlTree.read(yaml, faults)
            .flatMap(tree -> new DefinitionReader(faults).definition(tree, surroundings));
    return new Reading(faults.count() == 0 ? read : Optional.empty(), faults.list());
  }

  private Optional<Definition> definition(YamlTree tree, Optional<Surroundings> surroundings) {
    return Entry.of(tree.root(), "", faults, KEYS)
        .flatMap(
            entry -> {
              Draft draft = draft(entry);
              new CrossChecks(draft, tree, faults).run(surroundings);
              return faults.count() == 0 ? Optional.of(draft.definition()) : Optional.empty();
            });
  }

  /** A fault of a text that reads well, found by whoever holds it against something else. */
  static DefinitionFault fault(
      String file, String yaml, String path, Message problem, Message remedy) {
    Faults faults = new Faults(file);
    YamlTree.read(yaml, faults).ifPresent(tree -> faults.at(tree.at(path), path, problem, remedy));
    return faults.list().getFirst();
  }

  /** All that could be read; members of lists that are at fault are empty, so places stay. */
  record Draft(
      String id,
      int version,
      String name,
      Optional<RegisterKind> kind,
      String help,
      List<String> serves,
      List<String> key,
      Shape geometry,
      List<Optional<Group>> groups,
      List<Optional<Field>> fields,
      Optional<Lifecycle> lifecycle,
      List<Optional<Rule>> rules,
      List<Optional<DeadlineRule>> deadlines,
      List<Optional<IndicatorRule>> indicators,
      Disclosure disclosure) {

    /** For when nothing is at fault. */
    Definition definition() {
      return new Definition(
          new RegisterId(id),
          version,
          name,
          kind.orElseThrow(),
          help,
          serves,
          key,
          geometry,
          groups.stream().map(Optional::orElseThrow).toList(),
          fields.stream().map(Optional::orElseThrow).toList(),
          labelled(lifecycle.orElseThrow()),
          rules.stream().map(Optional::orElseThrow).toList(),
          deadlines.stream().map(Optional::orElseThrow).toList(),
          indicators.stream().map(Optional::orElseThrow).toList(),
          disclosure);
    }

    /** A step without a label is called like the state that it leads to. */
    private static Lifecycle labelled(Lifecycle lifecycle) {
      return new Lifecycle(
          lifecycle.states(),
          lifecycle.transitions().stream()
              .map(
                  step ->
                      step.label().isEmpty()
                          ? new Lifecycle.Transition(
                              step.id(),
                              lifecycle.findState(step.to()).orElseThrow().label(),
                              step.from(),
                              step.to(),
                              step.by(),
                              step.fields(),
                              step.evidence(),
                              step.test(),
                              step.reason())
                          : step)
              .toList());
    }
  }

  private static String id(Entry entry) {
    String id =
        entry.requiredId("register", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id");
    if (ADDRESSES.contains(id)) {
      entry.fault(
          "register",
          Message.of("definition.reserved-register", id),
          Message.of("definition.choose-other-id"));
    }
    return id;
  }

  private Draft draft(Entry entry) {
    return new Draft(
        id(entry),
        entry.required("version").flatMap(n -> entry.whole("version", 1, MOST_VERSIONS)).orElse(0),
        entry.requiredText("name", LONGEST_NAME),
        kind(entry),
        entry.text("help", LONGEST_HELP).orElse(""),
        entry.texts("serves", MOST_SERVED, CAPABILITY, "definition.capability"),
        entry.texts("key", MOST_KEY_FIELDS, FieldReader.ID, "definition.field-id"),
        shape(entry),
        each(entry, "groups", MOST_GROUPS, this::group),
        fields(entry),
        entry.node("lifecycle").isPresent()
            ? new LifecycleReader(faults).read(entry.node("lifecycle").orElseThrow())
            : Optional.of(LifecycleReader.none()),
        each(entry, "rules", MOST_RULES, this::rule),
        each(entry, "deadlines", MOST_RULES, this::deadline),
        each(entry, "indicators", MOST_RULES, this::indicator),
        entry
            .node("disclosure")
            .flatMap(node -> Entry.of(node, "disclosure", faults, List.of("states", "fields")))
            .map(DefinitionReader::disclosure)
            .orElse(new Disclosure(List.of(), List.of())));
  }

  private static <T> List<Optional<T>> each(
      Entry entry, String key, int most, Function<Entry.Element, Optional<T>> read) {
    List<Optional<T>> members = new ArrayList<>();
    entry.list(key, most).forEach(element -> members.add(read.apply(element)));
    return members;
  }

  private static Optional<RegisterKind> kind(Entry entry) {
    return entry
        .requiredWord("kind", Arrays.stream(RegisterKind.values()).map(KindWord::of).toList())
        .map(KindWord::kind);
  }

  private static Shape shape(Entry entry) {
    return entry
        .word("geometry", FieldReader.words(Shape.values()))
        .map(word -> Shape.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Shape.NONE);
  }

  private Optional<Group> group(Entry.Element element) {
    return Entry.of(element.node(), element.path(), faults, List.of("id", "label"))
        .flatMap(
            entry -> {
              String id =
                  entry.requiredId(
                      "id", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id");
              String label = entry.requiredText("label", FieldReader.LONGEST_LABEL);
              return entry.isSound() ? Optional.of(new Group(id, label)) : Optional.empty();
            });
  }

  private List<Optional<Field>> fields(Entry entry) {
    entry.required("fields");
    List<Optional<Field>> fields =
        each(entry, "fields", MOST_FIELDS, element -> FieldReader.read(element, faults));
    if (entry.has("fields") && fields.isEmpty() && !faults.within("fields")) {
      entry.fault("fields", Message.of("definition.no-field"), Message.of("definition.add-field"));
    }
    return fields;
  }

  private Optional<Rule> rule(Entry.Element element) {
    return Entry.of(
            element.node(), element.path(), faults, List.of("id", "test", "message", "field"))
        .flatMap(
            entry -> {
              String id =
                  entry.requiredId(
                      "id", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id");
              String test = entry.requiredText("test", FieldReader.LONGEST_EXPRESSION);
              String message = entry.requiredText("message", LifecycleReader.LONGEST_MESSAGE);
              Optional<String> field = entry.text("field", Field.LONGEST_ID);
              return entry.isSound()
                  ? Optional.of(new Rule(id, test, message, field))
                  : Optional.empty();
            });
  }

  private Optional<DeadlineRule> deadline(Entry.Element element) {
    return Entry.of(
            element.node(),
            element.path(),
            faults,
            List.of("id", "when", "applies", "due", "every", "event", "duty", "by", "done"))
        .flatMap(entry -> deadline(entry, element.path()));
  }

  private static Optional<DeadlineRule> deadline(Entry entry, String path) {
    String id =
        entry.has("id")
            ? entry.requiredId("id", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id")
            : "deadline-" + path.replaceAll("\\D", "");
    Optional<String> when = entry.text("when", RegisterId.LONGEST);
    Optional<String> applies = entry.text("applies", FieldReader.LONGEST_EXPRESSION);
    Optional<String> written = due(entry);
    Optional<Due> due = written.flatMap(text -> parsed(entry, text));
    Optional<String> event = entry.text("event", Field.LONGEST_ID);
    String duty = entry.requiredText("duty", LifecycleReader.LONGEST_MESSAGE);
    Optional<String> by = entry.text("by", Field.LONGEST_ID);
    Optional<String> done = entry.text("done", Field.LONGEST_ID);
    if (due.isPresent() && due.get().needsEvent() && !entry.has("event") && when.isEmpty()) {
      entry.fault(
          "event",
          Message.of("definition.no-event", written.orElseThrow()),
          Message.of("definition.name-event"));
    }
    if (!entry.isSound()) {
      return Optional.empty();
    }
    Optional<String> starts = due.orElseThrow().needsEvent() && event.isEmpty() ? when : event;
    return Optional.of(
        new DeadlineRule(id, when, applies, written.orElseThrow(), starts, duty, by, done));
  }

  /** {@code every: P1Y} is short for {@code due: R/P1Y}. */
  private static Optional<String> due(Entry entry) {
    if (!entry.has("every")) {
      entry.required("due");
      return entry.text("due", LONGEST_DUE);
    }
    if (entry.has("due")) {
      entry.fault(
          "every", Message.of("definition.due-twice"), Message.of("definition.due-or-every"));
    }
    return entry.text("every", LONGEST_DUE).map(every -> "R/" + every);
  }

  private static Optional<Due> parsed(Entry entry, String written) {
    return switch (Due.parse(written)) {
      case Parsed.Understood<Due>(Due due) -> Optional.of(due);
      case Parsed.Refused<Due>(Message problem, Message remedy) -> {
        entry.fault(entry.has("every") ? "every" : "due", problem, remedy);
        yield Optional.empty();
      }
    };
  }

  private Optional<IndicatorRule> indicator(Entry.Element element) {
    return Entry.of(
            element.node(),
            element.path(),
            faults,
            List.of("id", "name", "numerator", "denominator"))
        .flatMap(
            entry -> {
              String id =
                  entry.requiredId(
                      "id", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id");
              String name = entry.requiredText("name", LONGEST_NAME);
              String numerator = entry.requiredText("numerator", FieldReader.LONGEST_EXPRESSION);
              String denominator =
                  entry.requiredText("denominator", FieldReader.LONGEST_EXPRESSION);
              return entry.isSound()
                  ? Optional.of(new IndicatorRule(id, name, numerator, denominator))
                  : Optional.empty();
            });
  }

  private static Disclosure disclosure(Entry entry) {
    return new Disclosure(
        entry.texts("states", MOST_RULES, FieldReader.WORD, "definition.word-id"),
        entry.texts("fields", MOST_FIELDS, FieldReader.ID, "definition.field-id"));
  }

  /** The kinds of register in the words of the statutes, which is how files name them. */
  static final class KindWord {
    private KindWord() {}

    static String of(RegisterKind kind) {
      return Messages.say(Message.of("definition.kind." + kind.name()), Language.ZH);
    }

    private static RegisterKind kind(String word) {
      return Arrays.stream(RegisterKind.values())
          .filter(kind -> of(kind).equals(word))
          .findFirst()
          .orElseThrow();
    }
  }
}
