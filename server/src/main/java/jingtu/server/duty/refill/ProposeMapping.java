package jingtu.server.duty.refill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.round.DutyState;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes what fills the empty cells of a form by the words around them: the name of an
 * organisation or the sentence of a duty on the left, what is wanted above. Nothing is mapped until
 * somebody takes it over.
 */
@Service
public class ProposeMapping {

  /** A shorter text is found in too many sentences. */
  private static final int SHORTEST_SENTENCE = 6;

  private final Duties duties;
  private final Organisations organisations;
  private final Identifiers identifiers;

  ProposeMapping(Duties duties, Organisations organisations, Identifiers identifiers) {
    this.duties = duties;
    this.organisations = organisations;
    this.identifiers = identifiers;
  }

  /** For the empty cells of the grid that are not mapped yet. */
  @Transactional(readOnly = true)
  List<MappedCell> propose(Scope scope, FormGrid grid, List<MappedCell> mapped) {
    DutyFilter all =
        new DutyFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, "");
    List<Duty> asked = duties.all(scope, all).stream().filter(Duty::reports).toList();
    List<Organisation> known = organisations.list(scope);
    List<MappedCell> proposals = new ArrayList<>();
    for (FormSheet sheet : grid.sheets()) {
      for (FormCell cell : sheet.cells()) {
        boolean free =
            cell.takes()
                && cell.content() != FormCell.Content.TEXT
                && mapped.stream().noneMatch(other -> other.covers(cell.place()))
                && proposals.stream().noneMatch(other -> other.covers(cell.place()));
        if (free) {
          source(sheet, cell.place(), asked, known)
              .ifPresent(
                  source ->
                      proposals.add(new MappedCell(identifiers.next(), cell.place(), source)));
        }
      }
    }
    return List.copyOf(proposals);
  }

  private static Optional<Source> source(
      FormSheet sheet, Place place, List<Duty> asked, List<Organisation> known) {
    List<String> left = sheet.leftOf(place).stream().map(FreeRows::plain).toList();
    List<String> above = sheet.above(place).stream().map(FreeRows::plain).toList();
    Optional<Source> fact = beside(sheet, place).flatMap(ProposeMapping::fact);
    if (fact.isPresent()) {
      return fact;
    }
    Optional<Organisation> organisation =
        known.stream()
            .filter(one -> left.stream().anyMatch(word -> isCalled(one, word)))
            .findFirst();
    Optional<LineField> field = field(above);
    Optional<Duty> duty =
        asked.stream()
            .filter(one -> left.stream().anyMatch(word -> says(one, word)))
            .filter(
                one ->
                    organisation
                        .map(whose -> one.assignee().id().equals(Optional.of(whose.id())))
                        .orElse(true))
            .findFirst();
    if (duty.isPresent()) {
      return field.map(wanted -> ofDuty(duty.get(), wanted));
    }
    if (organisation.isPresent()) {
      return ofOrganisation(organisation.get(), field, above, asked);
    }
    return left.isEmpty() ? field.map(wanted -> column(sheet, place, wanted)) : Optional.empty();
  }

  /** The word that ends where the cell begins. */
  private static Optional<String> beside(FormSheet sheet, Place place) {
    return sheet.inRow(place.row()).stream()
        .filter(FormCell::isLabel)
        .filter(cell -> cell.place().column() + cell.columnSpan() == place.column())
        .map(cell -> FreeRows.plain(cell.text()))
        .findFirst();
  }

  private static Optional<Source> ofOrganisation(
      Organisation organisation, Optional<LineField> field, List<String> above, List<Duty> asked) {
    Optional<Source> figure = figure(above, organisation);
    if (figure.isPresent() || field.isEmpty()) {
      return figure;
    }
    List<Duty> own =
        asked.stream()
            .filter(duty -> duty.assignee().id().equals(Optional.of(organisation.id())))
            .toList();
    return own.size() == 1 ? Optional.of(ofDuty(own.getFirst(), field.get())) : Optional.empty();
  }

  private static Source ofDuty(Duty duty, LineField field) {
    return new Source.OfDuty(duty.id(), duty.assignee().name() + ": " + duty.sentence(), field);
  }

  private static Source column(FormSheet sheet, Place place, LineField field) {
    return new Source.Column(
        Over.DUTIES, Source.Among.ALL, new Source.Told.Field(field), FreeRows.last(sheet, place));
  }

  private static boolean isCalled(Organisation organisation, String word) {
    return FreeRows.plain(organisation.name()).equals(word)
        || organisation.aliases().stream().map(FreeRows::plain).anyMatch(word::equals);
  }

  private static boolean says(Duty duty, String word) {
    String sentence = FreeRows.plain(duty.sentence());
    return word.length() >= SHORTEST_SENTENCE
        && (sentence.contains(word) || word.contains(sentence));
  }

  /** What the nearest head that means anything asks for. */
  private static Optional<LineField> field(List<String> above) {
    for (String head : above) {
      for (Map.Entry<LineField, List<String>> known : fields().entrySet()) {
        if (known.getValue().contains(head)) {
          return Optional.of(known.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private static Map<LineField, List<String>> fields() {
    Map<LineField, List<String>> fields = new EnumMap<>(LineField.class);
    for (LineField field : LineField.values()) {
      fields.put(field, FreeRows.words("refill.head." + kebab(field.name())));
    }
    return fields;
  }

  private static Optional<Source> fact(String word) {
    for (Fact fact : Fact.values()) {
      if (FreeRows.words("refill.fact." + kebab(fact.name())).contains(word)) {
        return Optional.of(new Source.Fixed(fact, Optional.empty(), ""))
            .filter(proposal -> fact != Fact.PLAN_TITLE)
            .map(proposal -> proposal);
      }
    }
    return Optional.empty();
  }

  private static Optional<Source> figure(List<String> above, Organisation organisation) {
    for (String head : above) {
      for (Reporting reporting : Reporting.values()) {
        if (FreeRows.words("refill.figure." + kebab(reporting.name())).contains(head)) {
          return Optional.of(figure(organisation, reporting, Optional.empty(), Optional.empty()));
        }
      }
      for (DutyState state : DutyState.values()) {
        if (FreeRows.words("round.state." + kebab(state.name())).contains(head)) {
          return Optional.of(
              figure(organisation, Reporting.ALL, Optional.of(state), Optional.empty()));
        }
      }
      if (FreeRows.words("refill.figure.share").contains(head)) {
        return Optional.of(
            figure(organisation, Reporting.REPORTED, Optional.empty(), Optional.of(1)));
      }
    }
    return Optional.empty();
  }

  private static Source figure(
      Organisation organisation,
      Reporting reporting,
      Optional<DutyState> state,
      Optional<Integer> decimals) {
    Optional<UUID> whose = Optional.of(organisation.id());
    return new Source.Figure(
        new Source.Counting(
            Counted.LINES,
            new Source.Among(whose, organisation.name(), Optional.empty(), reporting, state),
            decimals));
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
