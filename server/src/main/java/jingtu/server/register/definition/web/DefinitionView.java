package jingtu.server.register.definition.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jingtu.server.register.definition.CodeList;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.definition.RegisterKind;
import jingtu.server.register.definition.TypeWord;
import jingtu.server.register.definition.web.RegistersView.StateView;
import jingtu.server.scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * A definition as an account may know it: what its role does not see is not told at all.
 *
 * @param text the file; only for those who may define registers
 */
record DefinitionView(
    String id,
    int version,
    String name,
    RegisterKind kind,
    String help,
    List<String> serves,
    List<String> key,
    Definition.Shape geometry,
    List<GroupView> groups,
    List<RegisterFieldView> fields,
    LifecycleView lifecycle,
    List<RuleView> rules,
    @Nullable String text,
    boolean mayEdit) {

  static DefinitionView of(
      Definition definition, Role role, CodeLists codes, boolean mayEdit, String text) {
    return new DefinitionView(
        definition.id().value(),
        definition.version(),
        definition.name(),
        definition.kind(),
        definition.help(),
        definition.serves(),
        definition.key(),
        definition.geometry(),
        definition.groups().stream().map(g -> new GroupView(g.id(), g.label())).toList(),
        definition.fields().stream()
            .filter(field -> field.isVisibleTo(role))
            .map(field -> RegisterFieldView.of(field, codes))
            .toList(),
        LifecycleView.of(definition.lifecycle()),
        definition.rules().stream()
            .filter(rule -> isTold(rule, definition, role))
            .map(rule -> new RuleView(rule.id(), rule.message(), rule.field().orElse(null)))
            .toList(),
        mayEdit ? text : null,
        mayEdit);
  }

  private static boolean isTold(Definition.Rule rule, Definition definition, Role role) {
    return rule.field()
        .flatMap(definition::findField)
        .map(field -> field.isVisibleTo(role))
        .orElse(true);
  }

  record GroupView(String id, String label) {}

  /** What every record fulfils, and the field at which it is told of. */
  record RuleView(String id, String message, @Nullable String field) {}

  record LifecycleView(List<StateView> states, List<TransitionView> transitions) {
    static LifecycleView of(Lifecycle lifecycle) {
      return new LifecycleView(
          lifecycle.states().stream().map(StateView::of).toList(),
          lifecycle.transitions().stream().map(TransitionView::of).toList());
    }
  }

  /**
   * A step from state to state.
   *
   * @param fields what must be filled in, by field id
   * @param evidence the kinds of files that must be handed in
   */
  record TransitionView(
      String id,
      String label,
      List<String> from,
      String to,
      List<String> fields,
      List<String> evidence,
      boolean reasonNeeded) {
    static TransitionView of(Lifecycle.Transition step) {
      return new TransitionView(
          step.id(),
          step.label(),
          step.from(),
          step.to(),
          step.fields(),
          step.evidence(),
          step.reason());
    }
  }

  /**
   * A code that can be chosen, or could be.
   *
   * @param from the first day on which it can be chosen, {@code to} the last
   * @param unverified whether it was taken from memory and not laid beside its page
   */
  record CodeView(
      String code,
      String label,
      @Nullable String parent,
      @Nullable String from,
      @Nullable String to,
      String source,
      boolean unverified) {
    static CodeView of(CodeList.Entry entry) {
      return new CodeView(
          entry.code(),
          entry.label(),
          entry.parent().orElse(null),
          entry.validFrom().map(Object::toString).orElse(null),
          entry.validTo().map(Object::toString).orElse(null),
          entry.source(),
          entry.confidence().unverified());
    }
  }

  /**
   * A field.
   *
   * @param type the word of definition files
   * @param when CEL: asked for and shown only where it holds
   * @param to of a link: the register that it leads to
   */
  record RegisterFieldView(
      String id,
      String label,
      String type,
      @Nullable String group,
      String help,
      @Nullable String unit,
      @Nullable Integer decimals,
      @Nullable Integer longest,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable List<CodeView> codes,
      boolean required,
      boolean unique,
      boolean sortable,
      @Nullable String when,
      boolean retired,
      @Nullable String to,
      @Nullable Boolean many) {

    static RegisterFieldView of(Field field, CodeLists codes) {
      Bounds bounds = Bounds.of(field.type());
      return new RegisterFieldView(
          field.id(),
          field.label(),
          TypeWord.of(field.type()).word(),
          field.group().isEmpty() ? null : field.group(),
          field.help(),
          field.type() instanceof FieldType.Quantity quantity ? quantity.unit() : null,
          bounds.decimals(),
          field.type() instanceof FieldType.Text text ? Integer.valueOf(text.longest()) : null,
          bounds.min(),
          bounds.max(),
          codesOf(field.type(), codes).orElse(null),
          field.required(),
          field.unique(),
          field.sortable(),
          field.when().orElse(null),
          field.retired(),
          field.type() instanceof FieldType.Link link ? link.to().value() : null,
          field.type() instanceof FieldType.Link link ? Boolean.valueOf(link.many()) : null);
    }

    private static Optional<List<CodeView>> codesOf(FieldType type, CodeLists codes) {
      return CodeLists.listOf(type)
          .flatMap(codes::find)
          .map(list -> list.entries().stream().map(CodeView::of).toList());
    }
  }

  /** What a number keeps to; nothing for other types. */
  private record Bounds(
      @Nullable Integer decimals, @Nullable BigDecimal min, @Nullable BigDecimal max) {
    static Bounds of(FieldType type) {
      if (type instanceof FieldType.Figure(int decimals, var min, var max)) {
        return new Bounds(decimals, min.orElse(null), max.orElse(null));
      }
      if (type instanceof FieldType.Quantity(var unit, int decimals, var min, var max)) {
        return new Bounds(decimals, min.orElse(null), max.orElse(null));
      }
      return new Bounds(null, null, null);
    }
  }
}
