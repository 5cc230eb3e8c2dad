package jingtu.server.register.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A definition as the text of its file; read again, it is equal. */
public final class DefinitionText {

  /** What means itself without quotes wherever it stands. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9_-]*");

  private static final List<String> WORDS_OF_YAML = List.of("true", "false", "null");

  private final StringBuilder text = new StringBuilder();

  private DefinitionText() {}

  /** The text, one line for each field, state, step and rule, in the order of the schema. */
  public static String write(Definition definition) {
    DefinitionText writer = new DefinitionText();
    writer.head(definition);
    writer.list("groups", definition.groups(), DefinitionText::group);
    writer.list("fields", definition.fields(), DefinitionText::field);
    writer.text.append("lifecycle:\n");
    writer.list("  states", definition.lifecycle().states(), DefinitionText::state);
    writer.list("  transitions", definition.lifecycle().transitions(), DefinitionText::transition);
    writer.list("rules", definition.rules(), DefinitionText::rule);
    writer.list("deadlines", definition.deadlines(), DefinitionText::deadline);
    writer.list("indicators", definition.indicators(), DefinitionText::indicator);
    writer.disclosure(definition.disclosure());
    return writer.text.toString();
  }

  private void head(Definition definition) {
    line("register", definition.id().value());
    line("version", String.valueOf(definition.version()));
    line("name", scalar(definition.name()));
    line("kind", DefinitionReader.KindWord.of(definition.kind()));
    if (!definition.help().isEmpty()) {
      line("help", scalar(definition.help()));
    }
    if (!definition.serves().isEmpty()) {
      line("serves", scalars(definition.serves()));
    }
    if (!definition.key().isEmpty()) {
      line("key", scalars(definition.key()));
    }
    line("geometry", FieldReader.word(definition.geometry()));
  }

  private void line(String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private <T> void list(String key, List<T> members, Function<T, Flow> entry) {
    if (members.isEmpty()) {
      return;
    }
    String indent = " ".repeat(key.length() - key.stripLeading().length() + 2);
    text.append(key).append(":\n");
    for (T member : members) {
      text.append(indent).append("- ").append(entry.apply(member).inBraces()).append('\n');
    }
  }

  private void disclosure(Definition.Disclosure disclosure) {
    if (!disclosure.states().isEmpty() || !disclosure.fields().isEmpty()) {
      line(
          "disclosure",
          new Flow()
              .list("states", disclosure.states())
              .list("fields", disclosure.fields())
              .inBraces());
    }
  }

  /** A mapping on one line: {@code {id: name, label: 名称}}, without what is not given. */
  private static final class Flow {
    private final List<String> pairs = new ArrayList<>();

    Flow raw(String key, String value) {
      pairs.add(key + ": " + value);
      return this;
    }

    Flow text(String key, String value) {
      return value.isEmpty() ? this : raw(key, scalar(value));
    }

    Flow text(String key, Optional<String> value) {
      return text(key, value.orElse(""));
    }

    Flow number(String key, Optional<BigDecimal> value) {
      return value.map(number -> raw(key, number.toPlainString())).orElse(this);
    }

    Flow flag(String key, boolean value) {
      return value ? raw(key, "true") : this;
    }

    Flow list(String key, List<String> values) {
      return values.isEmpty() ? this : raw(key, scalars(values));
    }

    String inBraces() {
      return "{" + String.join(", ", pairs) + "}";
    }
  }

  private static Flow group(Definition.Group group) {
    return new Flow().text("id", group.id()).text("label", group.label());
  }

  private static Flow field(Field field) {
    Flow flow =
        new Flow()
            .text("id", field.id())
            .text("label", field.label())
            .text("type", TypeWord.of(field.type()).word());
    return type(flow, field.type())
        .text("group", field.group())
        .flag("required", field.required())
        .flag("unique", field.unique())
        .flag("sortable", field.sortable())
        .text("when", field.when())
        .list("roles", field.visibleTo().stream().sorted().map(FieldReader::word).toList())
        .flag("retired", field.retired())
        .list("aliases", field.aliases())
        .text("help", field.help());
  }

  private static Flow type(Flow flow, FieldType type) {
    return switch (type) {
      case FieldType.Text(int longest) -> flow.raw("longest", String.valueOf(longest));
      case FieldType.Figure(int decimals, var min, var max) ->
          flow.raw("decimals", String.valueOf(decimals)).number("min", min).number("max", max);
      case FieldType.Quantity(String unit, int decimals, var min, var max) ->
          flow.text("unit", unit)
              .raw("decimals", String.valueOf(decimals))
              .number("min", min)
              .number("max", max);
      case FieldType.Code(String list) -> flow.text("codes", list);
      case FieldType.Link(var to, boolean many) -> flow.text("to", to.value()).flag("many", many);
      case FieldType.Computed(String expression, var result) ->
          flow.raw(
              "computed",
              new Flow()
                  .text("expression", expression)
                  .text("result", FieldReader.word(result))
                  .inBraces());
      case FieldType.LongText text -> flow;
      case FieldType.Date date -> flow;
      case FieldType.Period period -> flow;
      case FieldType.Flag flag -> flow;
      case FieldType.OfRegion region -> flow;
      case FieldType.OfOrganisation organisation -> flow;
      case FieldType.Post post -> flow;
      case FieldType.CreditCode code -> flow;
      case FieldType.EstateUnit unit -> flow;
      case FieldType.ParcelCode code -> flow;
      case FieldType.DisclosureMark mark -> flow;
      case FieldType.Evidence evidence -> flow;
    };
  }

  private static Flow state(Lifecycle.State state) {
    return new Flow()
        .text("id", state.id())
        .text("label", state.label())
        .raw("end", String.valueOf(state.end()));
  }

  private static Flow transition(Lifecycle.Transition step) {
    Flow flow =
        new Flow()
            .text("id", step.id())
            .text("label", step.label())
            .list("from", step.from())
            .text("to", step.to())
            .list("by", step.by());
    Flow requires = new Flow().list("fields", step.fields()).list("evidence", step.evidence());
    step.test().ifPresent(t -> requires.text("test", t.test()).text("message", t.message()));
    requires.flag("reason", step.reason());
    return requires.pairs.isEmpty() ? flow : flow.raw("requires", requires.inBraces());
  }

  private static Flow rule(Definition.Rule rule) {
    return new Flow()
        .text("id", rule.id())
        .text("test", rule.test())
        .text("message", rule.message())
        .text("field", rule.field());
  }

  private static Flow deadline(DeadlineRule rule) {
    return new Flow()
        .text("id", rule.id())
        .text("when", rule.when())
        .text("applies", rule.applies())
        .text("due", rule.due())
        .text("event", rule.event())
        .text("duty", rule.duty())
        .text("by", rule.by())
        .text("done", rule.done());
  }

  private static Flow indicator(Definition.IndicatorRule rule) {
    return new Flow()
        .text("id", rule.id())
        .text("name", rule.name())
        .text("numerator", rule.numerator())
        .text("denominator", rule.denominator());
  }

  private static String scalars(List<String> values) {
    return "[" + String.join(", ", values.stream().map(DefinitionText::scalar).toList()) + "]";
  }

  private static String scalar(String value) {
    if (PLAIN.matcher(value).matches() && !WORDS_OF_YAML.contains(value)) {
      return value;
    }
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      default -> isPrintable(c) ? Character.toString(c) : "\\U%08x".formatted(c);
    };
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
