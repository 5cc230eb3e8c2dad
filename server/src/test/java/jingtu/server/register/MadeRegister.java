package jingtu.server.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.definition.RegisterKind;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.Role;
import jingtu.testing.Seeded;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** An invented register, put together field by field, and values for its fields. */
public final class MadeRegister {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final RegisterId id;
  private int version = 1;
  private Shape shape = Shape.NONE;
  private List<String> key = List.of();
  private List<Lifecycle.State> states = List.of(new Lifecycle.State("kept", "在册", false));
  private final List<Field> fields = new ArrayList<>();
  private final List<Definition.Rule> rules = new ArrayList<>();

  public MadeRegister(String id) {
    this.id = new RegisterId(id);
  }

  public MadeRegister version(int wanted) {
    version = wanted;
    return this;
  }

  public MadeRegister shape(Shape wanted) {
    shape = wanted;
    return this;
  }

  public MadeRegister key(String... wanted) {
    key = List.of(wanted);
    return this;
  }

  public MadeRegister states(Lifecycle.State... wanted) {
    states = List.of(wanted);
    return this;
  }

  public MadeRegister rule(String test, String message) {
    rules.add(new Definition.Rule("rule" + rules.size(), test, message, Optional.empty()));
    return this;
  }

  public MadeRegister field(String name, FieldType type) {
    return add(name, type, false, false, false, Set.of());
  }

  public MadeRegister required(String name, FieldType type) {
    return add(name, type, true, false, false, Set.of());
  }

  public MadeRegister unique(String name, FieldType type) {
    return add(name, type, false, true, false, Set.of());
  }

  public MadeRegister sortable(String name, FieldType type) {
    return add(name, type, false, false, true, Set.of());
  }

  /** A field that lists can be sorted by, and that only these roles know of. */
  public MadeRegister hidden(String name, FieldType type, Role... roles) {
    return add(name, type, false, false, true, Set.of(roles));
  }

  public MadeRegister add(Field field) {
    fields.add(field);
    return this;
  }

  private MadeRegister add(
      String name,
      FieldType type,
      boolean required,
      boolean unique,
      boolean sortable,
      Set<Role> roles) {
    return add(
        new Field(
            name,
            "字段" + name,
            type,
            "",
            "",
            required,
            unique,
            sortable,
            Optional.empty(),
            roles,
            false,
            List.of()));
  }

  public Definition definition() {
    return new Definition(
        id,
        version,
        "试验台账",
        RegisterKind.LEDGER,
        "",
        List.of(),
        key,
        shape,
        List.of(),
        fields,
        new Lifecycle(states, List.of()),
        rules,
        List.of(),
        List.of(),
        new Definition.Disclosure(List.of(), List.of()));
  }

  /** A field as it is, but with these properties. */
  public static Field with(Field field, boolean sortable, boolean retired) {
    return new Field(
        field.id(),
        field.label(),
        field.type(),
        field.group(),
        field.help(),
        field.required(),
        field.unique(),
        sortable,
        field.when(),
        field.visibleTo(),
        retired,
        field.aliases());
  }

  public static FieldType text() {
    return new FieldType.Text(100);
  }

  public static FieldType number() {
    return new FieldType.Figure(3, Optional.empty(), Optional.empty());
  }

  /** One type of each kind that keeps its values in columns. */
  public static List<FieldType> typesWithColumns() {
    return List.of(
        text(),
        new FieldType.LongText(),
        number(),
        new FieldType.Quantity("t", 2, Optional.empty(), Optional.empty()),
        new FieldType.Date(),
        new FieldType.Period(),
        new FieldType.Flag(),
        new FieldType.Code("invented"),
        new FieldType.OfRegion(),
        new FieldType.OfOrganisation(),
        new FieldType.Post(),
        new FieldType.CreditCode(),
        new FieldType.EstateUnit(),
        new FieldType.ParcelCode(),
        new FieldType.DisclosureMark(),
        new FieldType.Computed("1.0", FieldType.ResultType.NUMBER),
        new FieldType.Computed("'a'", FieldType.ResultType.TEXT),
        new FieldType.Computed("date('2026-01-01')", FieldType.ResultType.DATE),
        new FieldType.Computed("true", FieldType.ResultType.FLAG));
  }

  /** A value of a type; nothing is checked but that it is of the right kind. */
  public static FieldValue value(RandomGenerator random, FieldType type) {
    return switch (type) {
      case FieldType.Figure figure -> amount(random, figure.decimals());
      case FieldType.Quantity quantity -> amount(random, quantity.decimals());
      case FieldType.Date date -> new FieldValue.Day(day(random));
      case FieldType.Period period -> {
        LocalDate from = day(random);
        yield new FieldValue.Span(
            from,
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(from.plusDays(random.nextInt(900))));
      }
      case FieldType.Flag flag -> new FieldValue.Yes(random.nextBoolean());
      case FieldType.OfOrganisation organisation ->
          new FieldValue.Ids(List.of(new UUID(random.nextLong(), random.nextLong())));
      case FieldType.Computed computed ->
          switch (computed.result()) {
            case TEXT -> new FieldValue.Words(words(random));
            case NUMBER -> amount(random, 8);
            case DATE -> new FieldValue.Day(day(random));
            case FLAG -> new FieldValue.Yes(random.nextBoolean());
          };
      default -> new FieldValue.Words(words(random));
    };
  }

  private static FieldValue amount(RandomGenerator random, int decimals) {
    return new FieldValue.Amount(BigDecimal.valueOf(random.nextInt(-5000, 5000), decimals));
  }

  private static LocalDate day(RandomGenerator random) {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  /** One to six characters that sort, search and quote in different ways. */
  public static String words(RandomGenerator random) {
    List<String> pieces =
        List.of("甲", "乙", "库", "A", "b", "é", "%", "_", "!", "'", "\"", "\\", " 7", "𠮷", "、", "x");
    StringBuilder words = new StringBuilder("字");
    for (int i = random.nextInt(6); i > 0; i--) {
      words.append(Seeded.oneOf(random, pieces));
    }
    return words.toString();
  }

  public static Geometry point(double longitude, double latitude) {
    Geometry point = GEOMETRIES.createPoint(new Coordinate(longitude, latitude));
    point.setSRID(4490);
    return point;
  }

  /** A square of so many degrees. */
  public static Geometry square(double west, double south, double side) {
    Geometry square =
        GEOMETRIES.createPolygon(
            new Coordinate[] {
              new Coordinate(west, south),
              new Coordinate(west + side, south),
              new Coordinate(west + side, south + side),
              new Coordinate(west, south + side),
              new Coordinate(west, south)
            });
    square.setSRID(4490);
    return square;
  }

  /** A value for each field that keeps it in columns, each there or not. */
  public static Map<String, FieldValue> content(RandomGenerator random, Definition definition) {
    Map<String, FieldValue> content = new java.util.HashMap<>();
    for (Field field : definition.activeFields()) {
      boolean elsewhere =
          field.type() instanceof FieldType.Link || field.type() instanceof FieldType.Evidence;
      if (!elsewhere && random.nextInt(4) > 0) {
        content.put(field.id(), value(random, field.type()));
      }
    }
    return content;
  }
}
