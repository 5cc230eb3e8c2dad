package jingtu.server.duty.refill;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import jingtu.server.duty.round.DutyState;
import org.jspecify.annotations.Nullable;

/**
 * A cell with what fills it, as it travels and is kept; each kind has some of these.
 *
 * @param row from 0
 * @param column from 0
 * @param duty of kind DUTY
 * @param organisation that narrows a figure or a column
 * @param plan whose title is wanted
 * @param field of kind DUTY, and of a column
 * @param count what a figure counts; in a column over organisations, the duties of each
 * @param of how they were reported
 * @param decimals of a percentage
 * @param over of kind COLUMN
 * @param lastRow of kind COLUMN, from 0; where it is left out, the rows that are free
 * @param hint of kind TYPED: what is to be typed
 */
public record MappedCellText(
    @Nullable UUID id,
    @NotNull String sheet,
    int row,
    int column,
    @NotNull SourceKind kind,
    @Nullable UUID duty,
    @Nullable String dutySays,
    @Nullable UUID organisation,
    @Nullable String organisationName,
    @Nullable UUID plan,
    @Nullable String planTitle,
    @Nullable LineField field,
    @Nullable Counted count,
    @Nullable Reporting of,
    @Nullable DutyState state,
    @Nullable String chapter,
    @Nullable Integer decimals,
    @Nullable Fact fact,
    @Nullable Over over,
    @Nullable Integer lastRow,
    @Nullable String hint) {

  /** The cell as it is kept. */
  public static MappedCellText of(MappedCell cell) {
    Place at = cell.place();
    Blank blank = new Blank(cell.id(), at);
    return switch (cell.source()) {
      case Source.OfDuty(var duty, String says, LineField field) ->
          blank.with(SourceKind.DUTY).duty(duty.value(), says).field(field).text();
      case Source.Figure(Source.Counting counting) ->
          blank.with(SourceKind.FIGURE).counting(counting).text();
      case Source.Fixed(Fact fact, var plan, String title) ->
          blank
              .with(SourceKind.FACT)
              .fact(fact, plan.map(id -> id.value()).orElse(null), title)
              .text();
      case Source.Typed(String hint) -> blank.with(SourceKind.TYPED).hint(hint).text();
      case Source.Column(Over over, Source.Among among, Source.Told told, int lastRow) -> {
        Blank column = blank.with(SourceKind.COLUMN).among(among).over(over, lastRow);
        yield switch (told) {
          case Source.Told.Field(LineField field) -> column.field(field).text();
          case Source.Told.Figure(Source.Counting counting) -> column.counting(counting).text();
        };
      }
    };
  }

  /** Collects what a kind has. */
  private static final class Blank {
    private final UUID id;
    private final Place at;
    private SourceKind kind = SourceKind.TYPED;
    private @Nullable UUID duty;
    private @Nullable String dutySays;
    private @Nullable UUID organisation;
    private @Nullable String organisationName;
    private @Nullable UUID plan;
    private @Nullable String planTitle;
    private @Nullable LineField field;
    private @Nullable Counted count;
    private @Nullable Reporting of;
    private @Nullable DutyState state;
    private @Nullable String chapter;
    private @Nullable Integer decimals;
    private @Nullable Fact fact;
    private @Nullable Over over;
    private @Nullable Integer lastRow;
    private @Nullable String hint;

    Blank(UUID id, Place at) {
      this.id = id;
      this.at = at;
    }

    Blank with(SourceKind which) {
      kind = which;
      return this;
    }

    Blank duty(UUID which, String says) {
      duty = which;
      dutySays = says;
      return this;
    }

    Blank field(LineField which) {
      field = which;
      return this;
    }

    Blank among(Source.Among among) {
      organisation = among.organisation().orElse(null);
      organisationName = among.organisationName();
      of = among.reporting();
      state = among.state().orElse(null);
      chapter = among.chapter().orElse(null);
      return this;
    }

    Blank counting(Source.Counting counting) {
      count = counting.counted();
      decimals = counting.decimals().orElse(null);
      return among(counting.among());
    }

    Blank fact(Fact which, @Nullable UUID ofPlan, String title) {
      fact = which;
      plan = ofPlan;
      planTitle = title;
      return this;
    }

    Blank over(Over which, int last) {
      over = which;
      lastRow = last;
      return this;
    }

    Blank hint(String text) {
      hint = text;
      return this;
    }

    MappedCellText text() {
      return new MappedCellText(
          id,
          at.sheet(),
          at.row(),
          at.column(),
          kind,
          duty,
          dutySays,
          organisation,
          organisationName,
          plan,
          planTitle,
          field,
          count,
          of,
          state,
          chapter,
          decimals,
          fact,
          over,
          lastRow,
          hint);
    }
  }
}
