package jingtu.server.register.definition;

import static jingtu.testing.Seeded.oneOf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.FieldType.ResultType;
import jingtu.server.scope.Role;

/**
 * Valid definitions made by chance, of up to 24 fields and of every type; links lead to the
 * register itself and codes to lists that are shipped.
 */
public final class RandomDefinitions {

  /** The shipped lists that codes are drawn from. */
  public static final List<String> CODE_LISTS = List.of("tailings-grade", "risk-level", "industry");

  private static final List<String> LABELS =
      List.of("名称", "库容", "等别", "面积", "日期", "备注：其他", "“说明”", "a: b", "#号", "x, [y]", "占地\\比");
  private static final List<String> MESSAGES =
      List.of("请核对。", "不得大于 100%", "“甲”与“乙”: 不一致", "第一行\n第二行", "emoji 🌾 与\t制表");
  private static final List<String> UNITS = List.of("m²", "10⁴ m³", "mg/kg", "个", "%");

  private final RandomGenerator random;
  private final RegisterId id;
  private final List<Field> fields = new ArrayList<>();

  private RandomDefinitions(RandomGenerator random, RegisterId id) {
    this.random = random;
    this.id = id;
  }

  /** A definition of version 1. */
  public static Definition next(RandomGenerator random) {
    return next(random, new RegisterId("made-" + random.nextInt(1_000_000)));
  }

  /** A definition of version 1 with a given id. */
  public static Definition next(RandomGenerator random, RegisterId id) {
    return new RandomDefinitions(random, id).definition();
  }

  /**
   * The next version of a definition: labels changed, fields and rules taken away or retired,
   * fields added. No field changes its type, none is gone.
   */
  public static Definition changed(RandomGenerator random, Definition before) {
    RandomDefinitions made = new RandomDefinitions(random, before.id());
    for (Field field : before.fields()) {
      made.fields.add(made.changed(field));
    }
    int more = random.nextInt(4);
    for (int i = 0; i < more; i++) {
      made.addField();
    }
    return made.around(before.version() + 1, before.key(), before.lifecycle().states());
  }

  private Field changed(Field field) {
    boolean key = field.id().equals("name");
    boolean retire = !key && (field.retired() || random.nextInt(6) == 0);
    return new Field(
        field.id(),
        random.nextInt(5) == 0 ? "改" + field.label() : field.label(),
        field.type(),
        "",
        field.help(),
        field.required() && !retire,
        field.unique(),
        field.sortable() || (TypeWord.of(field.type()).canSort() && random.nextInt(4) == 0),
        Optional.empty(),
        field.visibleTo(),
        retire,
        field.aliases());
  }

  private Definition definition() {
    fields.add(
        new Field(
            "name",
            "名称",
            new FieldType.Text(1 + random.nextInt(300)),
            "",
            "",
            true,
            random.nextBoolean(),
            true,
            Optional.empty(),
            Set.of(),
            false,
            List.of()));
    int more = random.nextInt(24);
    for (int i = 0; i < more; i++) {
      addField();
    }
    return around(1, random.nextBoolean() ? List.of("name") : List.of(), List.of());
  }

  private void addField() {
    int n = fields.size();
    FieldType type = type();
    TypeWord word = TypeWord.of(type);
    boolean hidden = random.nextInt(8) == 0 && !(type instanceof FieldType.Computed);
    boolean typedIn = !(type instanceof FieldType.Computed);
    fields.add(
        new Field(
            oneOf(random, List.of("f", "value_", "type", "date_x")) + n,
            oneOf(random, LABELS) + n,
            type,
            "",
            random.nextInt(3) == 0 ? oneOf(random, MESSAGES) : "",
            typedIn && !hidden && random.nextInt(5) == 0,
            word.canBeUnique() && random.nextInt(8) == 0,
            word.canSort() && random.nextInt(3) == 0,
            typedIn ? condition() : Optional.empty(),
            hidden ? Set.of(oneOf(random, List.of(Role.COORDINATOR, Role.OFFICER))) : Set.of(),
            random.nextInt(12) == 0,
            random.nextInt(4) == 0 ? List.of("又名" + n, "alias " + n) : List.of()));
  }

  private FieldType type() {
    return switch (random.nextInt(18)) {
      case 0 -> new FieldType.Text(1 + random.nextInt(500));
      case 1 -> new FieldType.LongText();
      case 2 -> new FieldType.Figure(random.nextInt(9), bound(-100), bound(1_000_000));
      case 3 ->
          new FieldType.Quantity(
              oneOf(random, UNITS), random.nextInt(9), bound(0), Optional.empty());
      case 4 -> new FieldType.Date();
      case 5 -> new FieldType.Period();
      case 6 -> new FieldType.Flag();
      case 7 -> new FieldType.Code(oneOf(random, CODE_LISTS));
      case 8 -> new FieldType.OfRegion();
      case 9 -> new FieldType.OfOrganisation();
      case 10 -> new FieldType.Post();
      case 11 -> new FieldType.CreditCode();
      case 12 -> new FieldType.EstateUnit();
      case 13 -> new FieldType.ParcelCode();
      case 14 -> new FieldType.DisclosureMark();
      case 15 -> new FieldType.Link(id, random.nextBoolean());
      case 16 -> new FieldType.Evidence();
      default -> computed();
    };
  }

  private Optional<BigDecimal> bound(int at) {
    return random.nextBoolean() ? Optional.of(new BigDecimal(at + ".25")) : Optional.empty();
  }

  private FieldType computed() {
    return switch (random.nextInt(4)) {
      case 0 -> new FieldType.Computed("name + '：' + state", ResultType.TEXT);
      case 1 -> new FieldType.Computed("size(name) * 2 + 0.5", ResultType.NUMBER);
      case 2 -> new FieldType.Computed("name.contains(\"库\")", ResultType.FLAG);
      default ->
          new FieldType.Computed("plus_days(date('2026-01-01'), size(name))", ResultType.DATE);
    };
  }

  /** A condition over a field that everybody sees and that was typed in. */
  private Optional<String> condition() {
    if (random.nextInt(5) != 0) {
      return Optional.empty();
    }
    Field read =
        oneOf(
            random,
            fields.stream()
                .filter(f -> f.visibleTo().isEmpty())
                .filter(f -> !(f.type() instanceof FieldType.Computed))
                .toList());
    return Optional.of(
        switch (TypeWord.of(read.type())) {
          case FLAG -> read.id();
          case NUMBER, QUANTITY -> read.id() + " > 3 || !filled(" + read.id() + ")";
          case DATE -> read.id() + " >= date('2026-01-01')";
          default -> "filled(" + read.id() + ")";
        });
  }

  private Definition around(int version, List<String> key, List<Lifecycle.State> before) {
    List<Definition.Group> groups =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(n -> new Definition.Group("group-" + n, "第" + n + "组"))
            .toList();
    List<Field> grouped =
        fields.stream()
            .map(field -> groups.isEmpty() ? field : in(oneOf(random, groups).id(), field))
            .toList();
    List<Lifecycle.State> states = states(before);
    return new Definition(
        id,
        version,
        "随机台账" + random.nextInt(100),
        oneOf(random, List.of(RegisterKind.values())),
        random.nextBoolean() ? oneOf(random, MESSAGES) : "",
        random.nextBoolean() ? List.of("IND-06", "LAND-01") : List.of(),
        key,
        oneOf(random, List.of(Definition.Shape.values())),
        groups,
        grouped,
        new Lifecycle(states, transitions(states)),
        rules(),
        deadlines(states),
        random.nextBoolean()
            ? List.of(new Definition.IndicatorRule("rate", "比率", "filled(name)", "true"))
            : List.of(),
        disclosure(states));
  }

  private static Field in(String group, Field field) {
    return new Field(
        field.id(),
        field.label(),
        field.type(),
        group,
        field.help(),
        field.required(),
        field.unique(),
        field.sortable(),
        field.when(),
        field.visibleTo(),
        field.retired(),
        field.aliases());
  }

  /** At least the states that were there, since records stand in them. */
  private List<Lifecycle.State> states(List<Lifecycle.State> before) {
    List<Lifecycle.State> states = new ArrayList<>(before);
    int count = Math.max(1, random.nextInt(4));
    while (states.size() < count) {
      states.add(
          new Lifecycle.State(
              "state-" + states.size(), "状态" + states.size(), random.nextBoolean()));
    }
    return states;
  }

  private List<Lifecycle.Transition> transitions(List<Lifecycle.State> states) {
    List<Lifecycle.Transition> steps = new ArrayList<>();
    for (int i = 1; i < states.size(); i++) {
      steps.add(
          new Lifecycle.Transition(
              "step-" + i,
              "步骤" + i,
              i > 1 && random.nextBoolean()
                  ? List.of(states.get(0).id(), states.get(i - 1).id())
                  : List.of(states.get(i - 1).id()),
              states.get(i).id(),
              random.nextBoolean() ? List.of("some-function") : List.of(),
              random.nextBoolean() ? List.of("name") : List.of(),
              random.nextInt(3) == 0 ? List.of("验收意见") : List.of(),
              random.nextInt(3) == 0
                  ? Optional.of(new Lifecycle.Guard("size(name) > 0", oneOf(random, MESSAGES)))
                  : Optional.empty(),
              random.nextBoolean()));
    }
    return steps;
  }

  private List<Definition.Rule> rules() {
    return random.nextBoolean()
        ? List.of(
            new Definition.Rule(
                "named",
                "name != '\"无\"'",
                oneOf(random, MESSAGES),
                random.nextBoolean() ? Optional.of("name") : Optional.empty()))
        : List.of();
  }

  private List<DeadlineRule> deadlines(List<Lifecycle.State> states) {
    return random.nextBoolean()
        ? List.of(
            new DeadlineRule(
                "yearly",
                Optional.of(states.getFirst().id()),
                random.nextBoolean() ? Optional.of("filled(name)") : Optional.empty(),
                oneOf(random, List.of("R/P1Y", "P6M", "P10WD", "-P15WD")),
                Optional.of(states.getFirst().id()),
                "上报",
                Optional.of("some-function"),
                Optional.empty()))
        : List.of();
  }

  private Definition.Disclosure disclosure(List<Lifecycle.State> states) {
    Set<String> shown = new TreeSet<>();
    fields.stream()
        .filter(field -> field.visibleTo().isEmpty() && !field.retired())
        .filter(field -> random.nextInt(4) == 0)
        .forEach(field -> shown.add(field.id()));
    return new Definition.Disclosure(List.of(states.getFirst().id()), List.copyOf(shown));
  }
}
