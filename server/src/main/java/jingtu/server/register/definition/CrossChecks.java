package jingtu.server.register.definition;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import jingtu.server.register.definition.DefinitionReader.Draft;
import jingtu.server.register.definition.DefinitionReader.Surroundings;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.expression.ExpressionFault;
import jingtu.server.register.expression.Variables;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Message;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Holds the parts of a definition against each other. What refers to a part that is itself at fault
 * is left alone, so that one mistake is told once.
 */
final class CrossChecks {

  private final Draft draft;
  private final YamlTree tree;
  private final Faults faults;

  /** The sound fields by id. */
  private final Map<String, Field> fields = new HashMap<>();

  /** The ids of all fields, sound or not; meaningful where {@link #idsKnown}. */
  private final Set<String> ids = new HashSet<>();

  private final boolean idsKnown;
  private final boolean fieldsKnown;
  private final boolean statesKnown;
  private final Set<String> states = new HashSet<>();

  CrossChecks(Draft draft, YamlTree tree, Faults faults) {
    this.draft = draft;
    this.tree = tree;
    this.faults = faults;
    each(draft.fields(), (path, field) -> fields.putIfAbsent(field.id(), field), "fields");
    refuseTwice("fields", draft.fields(), Field::id);
    refuseTwice("groups", draft.groups(), Definition.Group::id);
    idsKnown = gatherIds();
    fieldsKnown = !draft.fields().isEmpty() && !faults.within("fields");
    draft
        .lifecycle()
        .ifPresent(
            lifecycle -> {
              lifecycle.states().forEach(state -> states.add(state.id()));
              refuseTwice(
                  "lifecycle.states",
                  lifecycle.states().stream().map(Optional::of).toList(),
                  Lifecycle.State::id);
              refuseTwice(
                  "lifecycle.transitions",
                  lifecycle.transitions().stream().map(Optional::of).toList(),
                  Lifecycle.Transition::id);
            });
    statesKnown = draft.lifecycle().isPresent() && !faults.within("lifecycle.states");
  }

  private boolean gatherIds() {
    boolean known = !draft.fields().isEmpty() && !faults.at("fields");
    for (int i = 0; i < draft.fields().size(); i++) {
      String path = "fields[" + i + "]";
      known &= !faults.at(path) && !faults.at(path + ".id");
      if (tree.at(path + ".id") instanceof ScalarNode id) {
        ids.add(id.getValue());
      }
    }
    return known;
  }

  void run(Optional<Surroundings> surroundings) {
    refuseTwice("rules", draft.rules(), Definition.Rule::id);
    refuseTwice("deadlines", draft.deadlines(), DeadlineRule::id);
    refuseTwice("indicators", draft.indicators(), Definition.IndicatorRule::id);
    checkNames();
    each(draft.fields(), this::checkField, "fields");
    surroundings.ifPresent(
        known -> each(draft.fields(), (path, field) -> checkOutside(path, field, known), "fields"));
    if (idsKnown) {
      checkKey();
      draft.lifecycle().ifPresent(this::checkTransitions);
      each(draft.rules(), this::checkRule, "rules");
      each(draft.deadlines(), this::checkDeadline, "deadlines");
      each(draft.indicators(), this::checkIndicator, "indicators");
      checkDisclosure();
    }
  }

  /** The field of that id, where its entry has no fault. */
  private Optional<Field> sound(String id) {
    return Optional.ofNullable(fields.get(id));
  }

  private interface Check<T> {
    void of(String path, T member);
  }

  private static <T> void each(List<Optional<T>> members, Check<T> check, String path) {
    for (int i = 0; i < members.size(); i++) {
      String at = path + "[" + i + "]";
      members.get(i).ifPresent(member -> check.of(at, member));
    }
  }

  private <T> void refuseTwice(String path, List<Optional<T>> members, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    each(
        members,
        (at, member) -> {
          if (!seen.add(id.apply(member))) {
            fault(
                at + ".id",
                Message.of("definition.id-twice", id.apply(member)),
                Message.of("definition.choose-other-id"));
          }
        },
        path);
  }

  private void fault(String path, Message problem, Message remedy) {
    faults.at(tree.at(path), path, problem, remedy);
  }

  private boolean isKnown(String path, String word, Collection<String> known) {
    return Entry.isOneOf(tree.at(path), path, word, known, faults);
  }

  /** A sheet's column must tell which field it is, so no two fields share a label or alias. */
  private void checkNames() {
    Map<String, String> taken = new HashMap<>();
    each(
        draft.fields(),
        (path, field) -> {
          if (!field.retired()) {
            takeName(taken, path + ".label", field.label(), field.id());
          }
        },
        "fields");
    each(
        draft.fields(),
        (path, field) -> {
          for (int i = 0; i < field.aliases().size() && !field.retired(); i++) {
            takeName(taken, path + ".aliases[" + i + "]", field.aliases().get(i), field.id());
          }
        },
        "fields");
  }

  private void takeName(Map<String, String> taken, String path, String name, String field) {
    String before = taken.putIfAbsent(name, field);
    if (before != null) {
      fault(
          path,
          Message.of("definition.name-taken", name, before),
          Message.of("definition.choose-other-name"));
    }
  }

  private void checkField(String path, Field field) {
    if (!field.group().isEmpty() && !faults.within("groups")) {
      isKnown(
          path + ".group",
          field.group(),
          draft.groups().stream().flatMap(Optional::stream).map(Definition.Group::id).toList());
    }
    if (field.required() && !field.visibleTo().isEmpty()) {
      fault(
          path + ".required",
          Message.of("definition.hidden-required"),
          Message.of("definition.hidden-required-remedy"));
    }
    checkRange(path, field.type());
    if (fieldsKnown) {
      field
          .when()
          .ifPresent(
              when ->
                  compile(path + ".when", when, Expression.Kind.BOOLEAN)
                      .ifPresent(e -> checkCondition(path + ".when", field, e)));
      if (field.type() instanceof FieldType.Computed(var source, var result)) {
        compile(path + ".computed.expression", source, FieldVariables.kind(result))
            .ifPresent(e -> checkComputation(path + ".computed.expression", field, e));
      }
    }
  }

  private void checkRange(String path, FieldType type) {
    switch (type) {
      case FieldType.Figure(var decimals, var min, var max) -> checkRange(path, min, max);
      case FieldType.Quantity(var unit, var decimals, var min, var max) ->
          checkRange(path, min, max);
      case FieldType.Text text -> {}
      case FieldType.LongText text -> {}
      case FieldType.Date date -> {}
      case FieldType.Period period -> {}
      case FieldType.Flag flag -> {}
      case FieldType.Code code -> {}
      case FieldType.OfRegion region -> {}
      case FieldType.OfOrganisation organisation -> {}
      case FieldType.Post post -> {}
      case FieldType.CreditCode code -> {}
      case FieldType.EstateUnit unit -> {}
      case FieldType.ParcelCode code -> {}
      case FieldType.DisclosureMark mark -> {}
      case FieldType.Link link -> {}
      case FieldType.Evidence evidence -> {}
      case FieldType.Computed computed -> {}
    }
  }

  private void checkRange(String path, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      fault(
          path + ".max",
          Message.of("definition.empty-range", min.get(), max.get()),
          Message.of("definition.raise-max"));
    }
  }

  private void checkCondition(String path, Field field, Expression condition) {
    if (condition.reads().contains(field.id())) {
      fault(
          path,
          Message.of("definition.reads-itself", field.id()),
          Message.of("definition.read-others"));
    }
    checkSeen(path, condition, field.visibleTo());
  }

  /** A computed field reads what was typed in, so that no order of computing is needed. */
  private void checkComputation(String path, Field field, Expression computation) {
    computation.reads().stream()
        .filter(read -> sound(read).filter(CrossChecks::isComputed).isPresent())
        .findFirst()
        .ifPresent(
            read ->
                fault(
                    path,
                    Message.of("definition.reads-computed", read),
                    Message.of("definition.read-typed")));
    checkSeen(path, computation, field.visibleTo());
  }

  private static boolean isComputed(Field field) {
    return field.type() instanceof FieldType.Computed;
  }

  private void checkOutside(String path, Field field, Surroundings known) {
    if (field.type() instanceof FieldType.Code(String list)) {
      isKnown(path + ".codes", list, known.codeLists());
    }
    if (field.type() instanceof FieldType.Link(var to, var many)
        && !to.value().equals(draft.id())) {
      isKnown(
          path + ".to",
          to.value(),
          known.registers().stream().map(r -> r.value()).sorted().toList());
    }
  }

  private Optional<Expression> compile(String path, String source, Expression.Kind kind) {
    if (!statesKnown || !fieldsKnown) {
      return Optional.empty();
    }
    Variables variables = FieldVariables.of(List.copyOf(fields.values()), states);
    try {
      return Optional.of(Expression.compile(variables, source, kind));
    } catch (ExpressionFault fault) {
      int[] place = YamlTree.placeIn(tree.at(path), fault.offset());
      faults.at(place[0], place[1], path, fault.problem(), fault.remedy());
      return Optional.empty();
    }
  }

  /**
   * Whoever meets the outcome may see all that went into it.
   *
   * @param met the roles that meet it; empty where every role does
   */
  private void checkSeen(String path, Expression expression, Set<Role> met) {
    Set<Role> meeting = met.isEmpty() ? Set.of(Role.values()) : met;
    expression.reads().stream()
        .sorted()
        .filter(
            read ->
                sound(read)
                    .filter(field -> !meeting.stream().allMatch(field::isVisibleTo))
                    .isPresent())
        .findFirst()
        .ifPresent(
            read ->
                fault(
                    path,
                    Message.of("definition.reads-hidden", read),
                    Message.of("definition.reads-hidden-remedy", read)));
  }

  private void checkKey() {
    for (int i = 0; i < draft.key().size(); i++) {
      String path = "key[" + i + "]";
      String id = draft.key().get(i);
      if (!id.isEmpty() && isKnown(path, id, ids)) {
        sound(id)
            .filter(field -> !canBeKey(field))
            .ifPresent(
                field ->
                    fault(
                        path,
                        Message.of("definition.not-a-key", field.label()),
                        Message.of("definition.key-remedy")));
      }
    }
  }

  private static boolean canBeKey(Field field) {
    return field.required()
        && !field.retired()
        && field.when().isEmpty()
        && TypeWord.of(field.type()).canBeKey();
  }

  private void checkTransitions(Lifecycle lifecycle) {
    for (int i = 0; i < lifecycle.transitions().size(); i++) {
      checkTransition("lifecycle.transitions[" + i + "]", lifecycle.transitions().get(i));
    }
  }

  private void checkTransition(String path, Lifecycle.Transition step) {
    if (statesKnown) {
      for (int i = 0; i < step.from().size(); i++) {
        boolean listed = tree.at(path + ".from") instanceof SequenceNode;
        isKnown(listed ? path + ".from[" + i + "]" : path + ".from", step.from().get(i), states);
      }
      isKnown(path + ".to", step.to(), states);
    }
    for (int i = 0; i < step.fields().size(); i++) {
      askedFor(path + ".requires.fields[" + i + "]", step.fields().get(i));
    }
    step.test()
        .ifPresent(
            guard ->
                compile(path + ".requires.test", guard.test(), Expression.Kind.BOOLEAN)
                    .ifPresent(test -> checkSeen(path + ".requires.test", test, Set.of())));
  }

  /** A field that everybody can fill in. */
  private void askedFor(String path, String id) {
    if (isKnown(path, id, ids)) {
      sound(id).ifPresent(field -> askedFor(path, field));
    }
  }

  private void askedFor(String path, Field field) {
    if (field.retired() || isComputed(field)) {
      fault(
          path,
          Message.of("definition.not-filled-in", field.label()),
          Message.of("definition.name-other-field"));
    } else if (!field.visibleTo().isEmpty()) {
      fault(
          path,
          Message.of("definition.reads-hidden", field.id()),
          Message.of("definition.reads-hidden-remedy", field.id()));
    }
  }

  private void checkRule(String path, Definition.Rule rule) {
    Optional<Expression> test = compile(path + ".test", rule.test(), Expression.Kind.BOOLEAN);
    if (test.isPresent() && test.get().reads().isEmpty()) {
      fault(
          path + ".test",
          Message.of("definition.reads-nothing"),
          Message.of("definition.read-a-field"));
    }
    if (rule.field().isEmpty()) {
      test.ifPresent(t -> checkSeen(path + ".test", t, Set.of()));
    } else if (isKnown(path + ".field", rule.field().get(), ids) && test.isPresent()) {
      sound(rule.field().get())
          .ifPresent(field -> checkSeen(path + ".field", test.get(), field.visibleTo()));
    }
  }

  private void checkDeadline(String path, DeadlineRule deadline) {
    if (statesKnown) {
      deadline.when().ifPresent(state -> isKnown(path + ".when", state, states));
      deadline.event().ifPresent(event -> checkEvent(path, deadline, event));
    }
    deadline
        .applies()
        .ifPresent(
            applies ->
                compile(path + ".applies", applies, Expression.Kind.BOOLEAN)
                    .ifPresent(e -> checkSeen(path + ".applies", e, Set.of())));
    deadline
        .by()
        .filter(ids::contains)
        .ifPresent(by -> checkType(path + ".by", by, "definition.by-remedy", CrossChecks::isNamed));
    deadline
        .by()
        .filter(by -> !ids.contains(by) && !FieldReader.WORD.matcher(by).matches())
        .ifPresent(
            by ->
                fault(
                    path + ".by",
                    Message.of("definition.unknown-word", by),
                    Message.of("definition.by-remedy")));
    deadline
        .done()
        .filter(done -> isKnown(path + ".done", done, ids))
        .ifPresent(
            done -> checkType(path + ".done", done, "definition.date-remedy", CrossChecks::isDate));
    deadline.event().ifPresent(event -> refuseHidden(path + ".event", event));
    deadline.by().ifPresent(by -> refuseHidden(path + ".by", by));
    deadline.done().ifPresent(done -> refuseHidden(path + ".done", done));
  }

  /** A deadline is told to everybody, and its day tells the date that it is reckoned from. */
  private void refuseHidden(String path, String id) {
    sound(id)
        .filter(field -> !field.visibleTo().isEmpty())
        .ifPresent(
            field ->
                fault(
                    path,
                    Message.of("definition.reads-hidden", id),
                    Message.of("definition.reads-hidden-remedy", id)));
  }

  private void checkEvent(String path, DeadlineRule deadline, String event) {
    boolean isState = states.contains(event);
    if (isState && ids.contains(event) && !deadline.when().equals(deadline.event())) {
      fault(
          path + ".event",
          Message.of("definition.ambiguous-event", event),
          Message.of("definition.rename-field"));
    } else if (!isState && deadline.event().equals(deadline.when())) {
      return; // The state that is not there has been told of at "when".
    } else if (!isState) {
      Set<String> known = new HashSet<>(states);
      ids.stream().filter(this::mayBeDate).forEach(known::add);
      isKnown(path + ".event", event, known.stream().sorted().toList());
    }
  }

  private void checkType(String path, String id, String remedy, Predicate<Field> wanted) {
    sound(id)
        .filter(wanted.negate())
        .ifPresent(
            field ->
                fault(
                    path,
                    Message.of(
                        "definition.wrong-field", field.label(), TypeWord.of(field.type()).word()),
                    Message.of(remedy)));
  }

  private boolean mayBeDate(String id) {
    return sound(id).map(CrossChecks::isDate).orElse(true);
  }

  private static boolean isDate(Field field) {
    return field.type() instanceof FieldType.Date;
  }

  private static boolean isNamed(Field field) {
    return field.type() instanceof FieldType.OfOrganisation
        || field.type() instanceof FieldType.Link;
  }

  private void checkIndicator(String path, Definition.IndicatorRule indicator) {
    Consumer<String> check =
        part -> {
          String source =
              part.equals("numerator") ? indicator.numerator() : indicator.denominator();
          compile(path + "." + part, source, Expression.Kind.BOOLEAN)
              .ifPresent(e -> checkSeen(path + "." + part, e, Set.of()));
        };
    check.accept("numerator");
    check.accept("denominator");
  }

  private void checkDisclosure() {
    for (int i = 0; i < draft.disclosure().states().size() && statesKnown; i++) {
      String state = draft.disclosure().states().get(i);
      if (!state.isEmpty()) {
        isKnown("disclosure.states[" + i + "]", state, states);
      }
    }
    for (int i = 0; i < draft.disclosure().fields().size(); i++) {
      String id = draft.disclosure().fields().get(i);
      String path = "disclosure.fields[" + i + "]";
      if (!id.isEmpty() && isKnown(path, id, ids)) {
        sound(id)
            .filter(field -> field.retired() || !field.visibleTo().isEmpty())
            .ifPresent(
                field ->
                    fault(
                        path,
                        Message.of("definition.not-published", field.label()),
                        Message.of("definition.take-out", id)));
      }
    }
  }
}
