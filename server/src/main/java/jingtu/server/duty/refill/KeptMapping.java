package jingtu.server.duty.refill;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jingtu.server.duty.DutyId;
import jingtu.server.plan.PlanId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A mapping as it is kept in a row: what was checked before it was written. */
final class KeptMapping {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private KeptMapping() {}

  static String write(List<MappedCell> cells) {
    return JSON.writeValueAsString(cells.stream().map(MappedCellText::of).toList());
  }

  static List<MappedCell> read(String text) {
    List<MappedCellText> texts = JSON.readValue(text, new TypeReference<List<MappedCellText>>() {});
    return texts.stream().map(KeptMapping::cell).toList();
  }

  private static MappedCell cell(MappedCellText text) {
    return new MappedCell(
        there(text.id()), new Place(text.sheet(), text.row(), text.column()), source(text));
  }

  private static Source source(MappedCellText text) {
    return switch (text.kind()) {
      case DUTY ->
          new Source.OfDuty(
              new DutyId(there(text.duty())), said(text.dutySays()), there(text.field()));
      case FIGURE -> new Source.Figure(counting(text));
      case FACT ->
          new Source.Fixed(
              there(text.fact()),
              Optional.ofNullable(text.plan()).map(PlanId::new),
              said(text.planTitle()));
      case TYPED -> new Source.Typed(said(text.hint()));
      case COLUMN -> {
        Source.Among among = among(text);
        boolean organisations = text.over() == Over.ORGANISATIONS;
        yield new Source.Column(
            there(text.over()),
            organisations ? among.whole() : among,
            text.count() == null
                ? new Source.Told.Field(there(text.field()))
                : new Source.Told.Figure(counting(text)),
            there(text.lastRow()));
      }
    };
  }

  private static Source.Counting counting(MappedCellText text) {
    return new Source.Counting(
        there(text.count()), among(text), Optional.ofNullable(text.decimals()));
  }

  private static Source.Among among(MappedCellText text) {
    return new Source.Among(
        Optional.ofNullable(text.organisation()),
        said(text.organisationName()),
        Optional.ofNullable(text.chapter()),
        there(text.of()),
        Optional.ofNullable(text.state()));
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}
