package jingtu.server.register.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Lifecycle.Guard;
import jingtu.server.register.definition.Lifecycle.State;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the states of a register and the steps between them. */
final class LifecycleReader {

  private static final int MOST_STATES = 30;
  private static final int MOST_TRANSITIONS = 100;
  private static final int MOST_NAMED = 20;
  static final int LONGEST_MESSAGE = 200;
  private static final Pattern ANY = Pattern.compile(".+");

  private final Faults faults;

  LifecycleReader(Faults faults) {
    this.faults = faults;
  }

  /** Without a life cycle there is one state, which a record never leaves. */
  static Lifecycle none() {
    return new Lifecycle(
        List.of(
            new State(
                "kept", Messages.say(Message.of("definition.only-state"), Language.ZH), false)),
        List.of());
  }

  /** The life cycle; nothing where its entry has faults. */
  Optional<Lifecycle> read(Node node) {
    return Entry.of(node, "lifecycle", faults, List.of("states", "transitions"))
        .flatMap(this::lifecycle);
  }

  private Optional<Lifecycle> lifecycle(Entry entry) {
    Optional<Node> states = entry.required("states");
    List<Transition> transitions = new ArrayList<>();
    for (Entry.Element element : entry.list("transitions", MOST_TRANSITIONS)) {
      transition(element).ifPresent(transitions::add);
    }
    List<State> read = states.map(node -> states(entry, node, transitions)).orElse(List.of());
    return entry.isSound() ? Optional.of(new Lifecycle(read, transitions)) : Optional.empty();
  }

  private List<State> states(Entry entry, Node node, List<Transition> transitions) {
    List<State> states =
        node instanceof MappingNode
            ? statesByName(entry, node, transitions)
            : listedStates(entry, transitions);
    if (states.isEmpty() && entry.isSound()) {
      entry.fault("states", Message.of("definition.no-state"), Message.of("definition.add-state"));
    }
    return states;
  }

  /** {@code {listed: 在册, closed: 已闭库}}. */
  private List<State> statesByName(Entry entry, Node node, List<Transition> transitions) {
    Map<String, Node> named = Entry.named(node, entry.pathOf("states"), faults).orElse(Map.of());
    Entry labels =
        Entry.of(node, entry.pathOf("states"), faults, List.copyOf(named.keySet())).orElseThrow();
    if (named.size() > MOST_STATES) {
      entry.fault(
          "states", Message.of("definition.too-many", MOST_STATES), Message.of("definition.split"));
    }
    List<State> states = new ArrayList<>();
    for (String id : named.keySet()) {
      String label = labels.requiredText(id, FieldReader.LONGEST_LABEL);
      if (!RegisterId.isOne(id)) {
        labels.fault(
            id,
            Message.of("definition.bad-id", id),
            Message.of("definition.word-id", RegisterId.LONGEST));
      }
      states.add(new State(id, label, isEnd(id, transitions)));
    }
    return states;
  }

  private List<State> listedStates(Entry entry, List<Transition> transitions) {
    List<State> states = new ArrayList<>();
    for (Entry.Element element : entry.list("states", MOST_STATES)) {
      Entry.of(element.node(), element.path(), faults, List.of("id", "label", "end"))
          .map(state -> state(state, transitions))
          .ifPresent(states::add);
    }
    return states;
  }

  private static State state(Entry entry, List<Transition> transitions) {
    String id = entry.requiredId("id", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id");
    String label = entry.requiredText("label", FieldReader.LONGEST_LABEL);
    boolean end = entry.flag("end");
    return new State(id, label, entry.has("end") ? end : isEnd(id, transitions));
  }

  /** Where nothing is said, a state that no step leaves is an end, if there are steps at all. */
  private static boolean isEnd(String id, List<Transition> transitions) {
    return !transitions.isEmpty() && transitions.stream().noneMatch(t -> t.from().contains(id));
  }

  private Optional<Transition> transition(Entry.Element element) {
    return Entry.of(
            element.node(),
            element.path(),
            faults,
            List.of("id", "label", "from", "to", "by", "requires"))
        .flatMap(this::transition);
  }

  private Optional<Transition> transition(Entry entry) {
    String id = entry.requiredId("id", FieldReader.WORD, RegisterId.LONGEST, "definition.word-id");
    String label = entry.text("label", FieldReader.LONGEST_LABEL).orElse("");
    entry.required("from");
    List<String> from = entry.oneOrMore("from", MOST_STATES, RegisterId.LONGEST);
    String to = entry.requiredText("to", RegisterId.LONGEST);
    List<String> by = entry.texts("by", MOST_NAMED, FieldReader.WORD, "definition.word-id");
    Requirements requires =
        entry
            .node("requires")
            .flatMap(node -> requirements(node, entry.pathOf("requires")))
            .orElse(new Requirements(List.of(), List.of(), Optional.empty(), false));
    return entry.isSound()
        ? Optional.of(
            new Transition(
                id,
                label,
                from,
                to,
                by,
                requires.fields(),
                requires.evidence(),
                requires.test(),
                requires.reason()))
        : Optional.empty();
  }

  /** What a step asks for. */
  private record Requirements(
      List<String> fields, List<String> evidence, Optional<Guard> test, boolean reason) {}

  private Optional<Requirements> requirements(Node node, String path) {
    return Entry.of(node, path, faults, List.of("fields", "evidence", "test", "message", "reason"))
        .map(LifecycleReader::requirements);
  }

  private static Requirements requirements(Entry entry) {
    List<String> fields = entry.texts("fields", MOST_NAMED, FieldReader.ID, "definition.field-id");
    List<String> evidence = entry.texts("evidence", MOST_NAMED, ANY, "definition.write-text");
    if (entry.has("test") || entry.has("message")) {
      String test = entry.requiredText("test", FieldReader.LONGEST_EXPRESSION);
      String message = entry.requiredText("message", LONGEST_MESSAGE);
      return new Requirements(
          fields, evidence, Optional.of(new Guard(test, message)), entry.flag("reason"));
    }
    return new Requirements(fields, evidence, Optional.empty(), entry.flag("reason"));
  }
}
