package jingtu.server.register.exchange;

import static jingtu.testing.Seeded.oneOf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jingtu.server.register.MadeCodes;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.cell.ShapeText;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Random records of a register: values of every type, with texts that files have trouble with. */
public final class MadeRecords {

  private static final List<String> PIECES =
      List.of(
          "某厂",
          "=",
          "+",
          "-",
          "@",
          "'",
          "\"",
          ",",
          ";",
          "；",
          "1",
          "0",
          "\n",
          " ",
          "＝",
          "（",
          "）",
          "/",
          "a",
          "é",
          "𠮷",
          "　",
          "<b>",
          "&",
          "_x000D_",
          "1e5",
          "2026-03-05",
          "是",
          "true",
          "#REF!",
          "%",
          "{0}");

  private static final GeometryFactory FACTORY = ShapeText.factory();

  private MadeRecords() {}

  /**
   * What values may name.
   *
   * @param role whoever fills the record in
   * @param codes the codes of a list
   * @param linked the records of a register that a link may name
   * @param files pieces of evidence
   */
  public record Around(
      Role role,
      Function<String, List<String>> codes,
      Function<RegisterId, List<UUID>> linked,
      List<UUID> files,
      List<UUID> organisations,
      List<String> regions) {}

  /** What a record holds in fields that files can bring in; about a fifth stays empty. */
  public static Map<String, FieldValue> content(
      RandomGenerator random, Definition definition, Around around) {
    Map<String, FieldValue> content = new HashMap<>();
    for (Field field : definition.activeFields()) {
      if (field.isVisibleTo(around.role()) && (field.required() || random.nextInt(5) > 0)) {
        value(random, field.type(), around).ifPresent(value -> content.put(field.id(), value));
      }
    }
    return content;
  }

  private static Optional<FieldValue> value(RandomGenerator random, FieldType type, Around around) {
    return switch (type) {
      case FieldType.Text(int longest) -> Optional.of(line(random, longest));
      case FieldType.LongText text -> Optional.of(text(random, 400));
      case FieldType.Figure(int decimals, var min, var max) ->
          Optional.of(number(random, decimals, min, max));
      case FieldType.Quantity(String unit, int decimals, var min, var max) ->
          Optional.of(number(random, decimals, min, max));
      case FieldType.Date date -> Optional.of(new FieldValue.Day(day(random)));
      case FieldType.Period period -> Optional.of(span(random));
      case FieldType.Flag flag -> Optional.of(new FieldValue.Yes(random.nextBoolean()));
      case FieldType.Code(String list) ->
          around.codes().apply(list).isEmpty()
              ? Optional.empty()
              : Optional.of(new FieldValue.Words(oneOf(random, around.codes().apply(list))));
      case FieldType.OfRegion region ->
          Optional.of(new FieldValue.Words(oneOf(random, around.regions())));
      case FieldType.OfOrganisation organisation ->
          Optional.of(new FieldValue.Ids(List.of(oneOf(random, around.organisations()))));
      case FieldType.Post post -> Optional.of(line(random, 60));
      case FieldType.CreditCode code ->
          Optional.of(new FieldValue.Words(MadeCodes.creditCode(random)));
      case FieldType.EstateUnit unit ->
          Optional.of(new FieldValue.Words(MadeCodes.estateUnit(random)));
      case FieldType.ParcelCode code ->
          Optional.of(new FieldValue.Words(MadeCodes.parcelCode(random)));
      case FieldType.DisclosureMark mark ->
          Optional.of(new FieldValue.Words(oneOf(random, List.of("open", "on-request", "closed"))));
      case FieldType.Link(var to, boolean many) -> some(random, around.linked().apply(to), many);
      case FieldType.Evidence evidence -> some(random, around.files(), true);
      case FieldType.Computed computed -> Optional.empty();
    };
  }

  private static FieldValue line(RandomGenerator random, int longest) {
    return new FieldValue.Words(
        ((FieldValue.Words) text(random, longest)).text().replace('\n', '/'));
  }

  /** Without white space around it, as texts are kept. */
  private static FieldValue text(RandomGenerator random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      text.append(oneOf(random, PIECES));
    }
    String stripped = text.toString().strip();
    String bare = stripped.isBlank() ? "某" : stripped;
    int most = Math.min(bare.codePointCount(0, bare.length()), longest);
    String cut = bare.substring(0, bare.offsetByCodePoints(0, most)).strip();
    return new FieldValue.Words(cut);
  }

  private static FieldValue number(
      RandomGenerator random, int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    BigDecimal made =
        BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(decimals + 1));
    BigDecimal least = min.map(m -> m.setScale(decimals, RoundingMode.CEILING)).orElse(made);
    BigDecimal most =
        max.map(m -> m.setScale(decimals, RoundingMode.FLOOR)).orElse(least.max(made));
    return new FieldValue.Amount(made.max(least).min(most));
  }

  private static LocalDate day(RandomGenerator random) {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  private static FieldValue span(RandomGenerator random) {
    LocalDate from = day(random);
    return new FieldValue.Span(
        from,
        random.nextBoolean() ? Optional.of(from.plusDays(random.nextInt(500))) : Optional.empty());
  }

  private static Optional<FieldValue> some(RandomGenerator random, List<UUID> of, boolean many) {
    List<UUID> ids = new ArrayList<>(of);
    Collections.shuffle(ids, random);
    int count = Math.min(ids.size(), many ? random.nextInt(1, 4) : 1);
    return count == 0
        ? Optional.empty()
        : Optional.of(new FieldValue.Ids(ids.stream().limit(count).collect(Collectors.toList())));
  }

  /** A shape within China, or none. */
  public static Optional<Geometry> geometry(RandomGenerator random, Definition.Shape shape) {
    double x = 110 + random.nextDouble() * 10;
    double y = 30 + random.nextDouble() * 5;
    if (random.nextInt(5) == 0) {
      return Optional.empty();
    }
    return switch (shape) {
      case NONE -> Optional.empty();
      case POINT -> Optional.of(FACTORY.createPoint(new Coordinate(x, y)));
      case LINE ->
          Optional.of(
              FACTORY.createLineString(
                  new Coordinate[] {new Coordinate(x, y), new Coordinate(x + 0.1, y + 0.1)}));
      case POLYGON ->
          Optional.of(
              FACTORY.createPolygon(
                  new Coordinate[] {
                    new Coordinate(x, y),
                    new Coordinate(x + 0.01, y),
                    new Coordinate(x + 0.01, y + 0.01),
                    new Coordinate(x, y)
                  }));
    };
  }
}
