package jingtu.server.duty.refill;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what somebody wants to fill cells with, and says what of it cannot be. */
@Service
class CheckMapping {

  private static final int MOST_DECIMALS = 6;
  private static final int LONGEST_HINT = 200;

  private final Duties duties;
  private final Organisations organisations;
  private final Plans plans;
  private final Identifiers identifiers;

  CheckMapping(Duties duties, Organisations organisations, Plans plans, Identifiers identifiers) {
    this.duties = duties;
    this.organisations = organisations;
    this.plans = plans;
    this.identifiers = identifiers;
  }

  /** An entry with the path at which it was handed in. */
  record Entry(String path, MappedCellText text) {

    static List<Entry> of(List<MappedCellText> texts) {
      List<Entry> entries = new ArrayList<>();
      texts.forEach(text -> entries.add(new Entry("cells[" + entries.size() + "]", text)));
      return entries;
    }
  }

  /** The cells that can be filled, and what is wrong with the others. */
  CheckedMapping check(Scope scope, FormGrid grid, List<Entry> wanted) {
    Reading reading = new Reading(grid, known(scope, wanted));
    wanted.forEach(entry -> reading.read(entry.text(), entry.path()));
    return new CheckedMapping(reading.cells, reading.faults);
  }

  /** What may be named. */
  private record Known(
      Map<UUID, Duty> duties, Map<UUID, Organisation> organisations, Map<UUID, String> plans) {}

  private Known known(Scope scope, List<Entry> wanted) {
    List<DutyId> named =
        wanted.stream()
            .map(entry -> entry.text().duty())
            .filter(Objects::nonNull)
            .distinct()
            .map(DutyId::new)
            .toList();
    return new Known(
        duties.list(scope, named).stream()
            .collect(toMap(duty -> duty.id().value(), Function.identity())),
        organisations.list(scope).stream().collect(toMap(Organisation::id, Function.identity())),
        plans.list(scope).stream()
            .collect(toMap(plan -> plan.id().value(), plan -> plan.entry().title())));
  }

  /** Why an entry is of no use. */
  private static final class Fault extends RuntimeException {
    private final String at;
    private final transient Message why;

    Fault(String at, String key, Object... arguments) {
      super(key, null, false, false);
      this.at = at;
      this.why = Message.of(key, arguments);
    }
  }

  private final class Reading {
    private final FormGrid grid;
    private final Known known;
    private final List<MappedCell> cells = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    Reading(FormGrid grid, Known known) {
      this.grid = grid;
      this.known = known;
    }

    void read(MappedCellText entry, String path) {
      try {
        cells.add(cell(entry));
      } catch (Fault fault) {
        faults.add(
            new Finding(
                path + (fault.at.isEmpty() ? "" : "." + fault.at),
                fault.why,
                Message.of("refill.mapping-remedy")));
      }
    }

    private MappedCell cell(MappedCellText entry) {
      Place place = new Place(entry.sheet(), entry.row(), entry.column());
      FormSheet sheet =
          grid.sheet(entry.sheet())
              .orElseThrow(() -> new Fault("sheet", "refill.no-sheet", entry.sheet()));
      FormCell cell =
          sheet
              .find(entry.row(), entry.column())
              .orElseThrow(() -> new Fault("cell", "refill.no-cell", place.text()));
      if (!cell.takes()) {
        throw new Fault(
            "cell",
            cell.content() == FormCell.Content.FORMULA
                ? "refill.cell-formula"
                : "refill.cell-holds",
            place.text());
      }
      MappedCell mapped =
          new MappedCell(
              Optional.ofNullable(entry.id()).orElseGet(identifiers::next),
              place,
              source(entry, sheet, place));
      for (MappedCell other : cells) {
        if (other.covers(mapped.place()) || mapped.covers(other.place())) {
          throw new Fault("cell", "refill.cell-twice", place.text(), other.place().text());
        }
        if (other.id().equals(mapped.id())) {
          throw new Fault("id", "refill.id-twice");
        }
      }
      return mapped;
    }

    private Source source(MappedCellText entry, FormSheet sheet, Place place) {
      return switch (entry.kind()) {
        case DUTY -> ofDuty(entry);
        case FIGURE -> new Source.Figure(counting(entry));
        case FACT -> fixed(entry);
        case TYPED -> {
          String hint = text(entry.hint());
          if (hint.length() > LONGEST_HINT) {
            throw new Fault("hint", "refill.hint-long", LONGEST_HINT);
          }
          yield new Source.Typed(hint);
        }
        case COLUMN -> column(entry, sheet, place);
      };
    }

    private Source ofDuty(MappedCellText entry) {
      LineField field = wanted("field", entry.field());
      if (field == LineField.NUMBER) {
        throw new Fault("field", "refill.number-of-row");
      }
      UUID id = wanted("duty", entry.duty());
      Duty duty = known.duties().get(id);
      if (duty == null) {
        throw new Fault("duty", "refill.no-duty", text(entry.dutySays()));
      }
      return new Source.OfDuty(duty.id(), duty.assignee().name() + ": " + duty.sentence(), field);
    }

    private Source fixed(MappedCellText entry) {
      Fact fact = wanted("fact", entry.fact());
      if (fact != Fact.PLAN_TITLE) {
        return new Source.Fixed(fact, Optional.empty(), "");
      }
      UUID plan = wanted("plan", entry.plan());
      String title = known.plans().get(plan);
      if (title == null) {
        throw new Fault("plan", "refill.no-plan", text(entry.planTitle()));
      }
      return new Source.Fixed(fact, Optional.of(new PlanId(plan)), title);
    }

    private Source.Counting counting(MappedCellText entry) {
      Counted counted = wanted("count", entry.count());
      Integer decimals = entry.decimals();
      if (decimals != null && (decimals < 0 || decimals > MOST_DECIMALS)) {
        throw new Fault("decimals", "refill.decimals", MOST_DECIMALS);
      }
      return new Source.Counting(counted, among(entry), Optional.ofNullable(decimals));
    }

    private Source.Among among(MappedCellText entry) {
      UUID organisation = entry.organisation();
      String name = "";
      if (organisation != null) {
        Organisation found = known.organisations().get(organisation);
        if (found == null) {
          throw new Fault("organisation", "refill.no-organisation", text(entry.organisationName()));
        }
        name = found.name();
      }
      return new Source.Among(
          Optional.ofNullable(organisation),
          name,
          Optional.ofNullable(entry.chapter()).filter(chapter -> !chapter.isBlank()),
          Optional.ofNullable(entry.of()).orElse(Reporting.ALL),
          Optional.ofNullable(entry.state()));
    }

    private Source column(MappedCellText entry, FormSheet sheet, Place place) {
      Over over = wanted("over", entry.over());
      Source.Among among = among(entry);
      Source.Told told =
          entry.count() == null || over == Over.DUTIES
              ? new Source.Told.Field(wanted("field", entry.field()))
              : new Source.Told.Figure(counting(entry));
      Integer asked = entry.lastRow();
      int last = asked == null ? FreeRows.last(sheet, place) : asked;
      if (last < place.row()) {
        throw new Fault("lastRow", "refill.last-row", place.row() + 1);
      }
      Optional<Integer> barred = FreeRows.barred(sheet, place, last);
      if (barred.isPresent()) {
        throw new Fault("lastRow", "refill.row-barred", barred.get() + 1);
      }
      return new Source.Column(over, over == Over.ORGANISATIONS ? among.all() : among, told, last);
    }

    private static <T> T wanted(String name, @Nullable T given) {
      if (given == null) {
        throw new Fault(name, "refill.missing", name);
      }
      return given;
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given.strip();
    }
  }
}
