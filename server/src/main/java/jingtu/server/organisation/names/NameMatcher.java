package jingtu.server.organisation.names;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.NameAnswer.Candidate;
import jingtu.server.organisation.NameAnswer.Candidates;
import jingtu.server.organisation.NameAnswer.Certain;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Succession;
import jingtu.server.organisation.names.Keys.Hit;
import jingtu.server.organisation.names.Keys.How;
import jingtu.server.organisation.names.Surroundings.Reading;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Message;

/**
 * Says whom the names in the plans of one region mean. In this order: an organisation's full name;
 * a form that leads to exactly one organisation; words that mean many; a list of names; and at last
 * proposals, which nobody takes without asking.
 */
public final class NameMatcher {

  private final Surroundings surroundings;
  private final Map<String, List<Organisation>> byName;
  private final Keys keys;
  private final Known known;
  private final Members members;
  private final Proposals proposals;

  private NameMatcher(
      Surroundings surroundings, Collection<Organisation> organisations, Keys keys, Known known) {
    this.surroundings = surroundings;
    this.byName = new LinkedHashMap<>();
    for (Organisation each : organisations) {
      byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
    }
    this.keys = keys;
    this.known = known;
    this.members = new Members(surroundings, keys);
    this.proposals = new Proposals(surroundings, keys, known);
  }

  /** For the plans of a region. */
  public static NameMatcher of(
      RegionCode own,
      Collection<Region> regions,
      Collection<Organisation> organisations,
      List<Succession> successions) {
    Surroundings surroundings =
        Surroundings.around(own, regions.stream().collect(toMap(Region::code, region -> region)));
    Map<UUID, Organisation> byId = organisations.stream().collect(toMap(Organisation::id, o -> o));
    return new NameMatcher(
        surroundings,
        organisations,
        new Keys(surroundings, organisations),
        new Known(successions, byId));
  }

  /**
   * Whom a name means.
   *
   * @param day of the plan; the name may have meant another organisation before and after
   * @param carried regions of another level that a name before it in the same list says, and that
   *     may hold for this one too
   */
  public NameAnswer answer(String printed, LocalDate day, Set<RegionCode> carried) {
    String name = PrintedName.withoutSurplus(PrintedName.tidy(printed));
    return one(name, day, carried)
        .or(() -> list(name, day, carried))
        .or(() -> members.of(name, day))
        .orElseGet(() -> proposals.of(name, day, carried));
  }

  /** The region of another level that a name says it belongs to, as in a list headed by it. */
  public Optional<RegionCode> saysRegion(String printed) {
    String name = PrintedName.tidy(printed);
    List<Reading> readings = surroundings.readings(name);
    boolean ownAnyway =
        readings.stream()
            .filter(reading -> surroundings.isOwn(reading.region()))
            .anyMatch(
                reading ->
                    name.endsWith(NameWords.one("branch"))
                        || !keys.find(reading.region(), reading.rest()).isEmpty());
    return readings.stream()
        .filter(reading -> reading.said() && surroundings.isAbove(reading.region()))
        .filter(reading -> !ownAnyway && !Office.of(ShortForms.of(reading.rest())).kind().isEmpty())
        .map(Reading::region)
        .findFirst();
  }

  private Optional<NameAnswer> one(String name, LocalDate day, Set<RegionCode> carried) {
    List<Organisation> exact = byName.getOrDefault(name, List.of());
    if (!exact.isEmpty()) {
      return Optional.of(pick(name, exact, day, Message.of("names.exact")));
    }
    List<Hit> hits = hits(name, carried);
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    if (hits.size() == 1) {
      Hit hit = hits.getFirst();
      return Optional.of(
          carried.isEmpty() || isSaid(name)
              ? new Certain(hit.organisation(), Reasons.of(hit))
              : new Candidates(List.of(new Candidate(hit.organisation(), Reasons.of(hit)))));
    }
    if (!carried.isEmpty() && !isSaid(name)) {
      return Optional.of(new Candidates(hits.stream().map(NameMatcher::candidate).toList()));
    }
    return Optional.of(
        pick(
            name,
            hits.stream().map(Hit::organisation).toList(),
            day,
            Message.of("names.on-that-day", day)));
  }

  /** Whom every reading of a name leads to; for a carried region those of it come first. */
  private List<Hit> hits(String name, Set<RegionCode> carried) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    if (!isSaid(name)) {
      carried.stream()
          .flatMap(region -> keys.find(region, name).stream())
          .forEach(hit -> hits.putIfAbsent(hit.organisation().id(), hit));
    }
    surroundings.readings(name).stream()
        .flatMap(this::hits)
        .forEach(hit -> hits.putIfAbsent(hit.organisation().id(), hit));
    return List.copyOf(hits.values());
  }

  private Stream<Hit> hits(Reading reading) {
    return reading.rest().isEmpty()
        ? keys.governments(reading.region()).stream()
        : keys.find(reading.region(), reading.rest()).stream()
            .filter(hit -> !isBureauForItsBranch(reading, hit));
  }

  /** A branch of an office above is not that office, although below either may be written. */
  private boolean isBureauForItsBranch(Reading reading, Hit hit) {
    return hit.how() == How.EITHER_KIND
        && surroundings.isAbove(reading.region())
        && reading.rest().endsWith(NameWords.one("branch"));
  }

  /** Whether the name says its region and leads somewhere by that. */
  private boolean isSaid(String name) {
    return surroundings.readings(name).stream()
        .filter(Reading::said)
        .anyMatch(reading -> hits(reading).findAny().isPresent());
  }

  /** The one of several that answered to the name on the day, or all of them to choose from. */
  private NameAnswer pick(String name, List<Organisation> several, LocalDate day, Message reason) {
    if (several.size() == 1) {
      return new Certain(several.getFirst(), reason);
    }
    List<Organisation> then = known.on(day, several);
    return then.size() == 1
        ? new Certain(then.getFirst(), Message.of("names.on-that-day", day))
        : new Candidates(
            Stream.concat(then.stream(), several.stream())
                .distinct()
                .map(each -> new Candidate(each, Message.of("names.shared", name)))
                .toList());
  }

  private static Candidate candidate(Hit hit) {
    return new Candidate(hit.organisation(), Message.of("names.carried"));
  }

  private Optional<NameAnswer> list(String name, LocalDate day, Set<RegionCode> carried) {
    NameList list = NameList.of(name);
    List<String> parts = new ArrayList<>();
    for (String part : list.parts()) {
      parts.addAll(halvesThatAreNames(part, day, carried));
    }
    if (parts.size() == 1 && !list.open()) {
      return Optional.empty();
    }
    List<NameAnswer> answers = new ArrayList<>();
    Set<RegionCode> said = carried;
    for (String part : parts) {
      answers.add(part.isEmpty() ? proposals.none() : partAnswer(part, day, said));
      said = saysRegion(part).map(Set::of).orElse(isSaid(part) ? Set.of() : said);
    }
    return new Listed(parts, answers, list.open()).answer();
  }

  /** The halves around “and”, where each of them is a name by itself; else the part as it is. */
  private List<String> halvesThatAreNames(String part, LocalDate day, Set<RegionCode> carried) {
    List<String> halves = NameList.halves(part);
    boolean whole = halves.size() == 1 || one(part, day, carried).isPresent();
    boolean names =
        !whole
            && halves.stream()
                .allMatch(half -> !half.isEmpty() && Listed.isSure(partAnswer(half, day, carried)));
    return names ? halves : List.of(part);
  }

  private NameAnswer partAnswer(String part, LocalDate day, Set<RegionCode> carried) {
    return one(part, day, carried)
        .or(() -> members.of(part, day))
        .orElseGet(() -> proposals.of(part, day, carried));
  }
}
