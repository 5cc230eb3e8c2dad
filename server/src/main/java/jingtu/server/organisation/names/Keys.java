package jingtu.server.organisation.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Region;
import jingtu.server.scope.RegionCode;

/** The organisations in sight by their region and the short forms of their names without it. */
final class Keys {

  /** How a name led to an organisation, the surest first. */
  enum How {
    ALIAS,
    SHORT,
    PLACE,
    EITHER_KIND
  }

  /** An organisation that a name led to. */
  record Hit(Organisation organisation, How how) {}

  /** A hit with what the name that leads to it says of the short forms in it. */
  private record Entry(Hit hit, Map<String, String> senses) {}

  private final Map<RegionCode, Map<String, List<Entry>>> byRegion = new HashMap<>();
  private final Map<RegionCode, List<Organisation>> organisations = new LinkedHashMap<>();
  private final Map<UUID, Set<String>> formsOf = new HashMap<>();

  Keys(Surroundings surroundings, Collection<Organisation> all) {
    for (Region region : surroundings.all()) {
      organisations.put(region.code(), new ArrayList<>());
    }
    for (Organisation organisation : all) {
      organisation
          .region()
          .filter(organisations::containsKey)
          .ifPresent(region -> add(organisation, region, surroundings.of(region)));
    }
  }

  /** The organisations of a region. */
  List<Organisation> of(RegionCode region) {
    return organisations.getOrDefault(region, List.of());
  }

  /** The organisations of a region that a name without its region leads to. */
  List<Hit> find(RegionCode region, String rest) {
    Map<String, String> senses = ShortForms.senses(rest);
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    byRegion.getOrDefault(region, Map.of()).getOrDefault(ShortForms.of(rest), List.of()).stream()
        .filter(entry -> ShortForms.agree(senses, entry.senses()))
        .forEach(entry -> hits.putIfAbsent(entry.hit().organisation().id(), entry.hit()));
    return List.copyOf(hits.values());
  }

  /** The government of a region. */
  List<Hit> governments(RegionCode region) {
    return NameWords.of("government").stream()
        .flatMap(word -> find(region, word).stream())
        .map(hit -> new Hit(hit.organisation(), How.PLACE))
        .distinct()
        .toList();
  }

  /** The short forms that lead to an organisation of its region, sorted. */
  Set<String> shortForms(Organisation organisation) {
    return formsOf.getOrDefault(organisation.id(), Set.of());
  }

  private void add(Organisation organisation, RegionCode region, Surroundings around) {
    organisations.computeIfAbsent(region, code -> new ArrayList<>()).add(organisation);
    keep(organisation, region, around, organisation.name(), How.SHORT);
    for (String alias : organisation.aliases()) {
      keep(organisation, region, around, alias, How.ALIAS);
    }
  }

  private void keep(
      Organisation organisation, RegionCode region, Surroundings around, String name, How how) {
    Map<String, String> senses = ShortForms.senses(name);
    Set<String> forms = new LinkedHashSet<>();
    around.readings(name).stream()
        .filter(reading -> reading.region().equals(region) && !reading.rest().isEmpty())
        .map(reading -> ShortForms.of(reading.rest()))
        .flatMap(form -> Stream.concat(Stream.of(form), withoutParts(form).stream()))
        .forEach(forms::add);
    forms.forEach(form -> put(region, form, new Entry(new Hit(organisation, how), senses)));
    forms.stream()
        .flatMap(form -> ofEitherKind(form).stream())
        .forEach(
            form -> put(region, form, new Entry(new Hit(organisation, How.EITHER_KIND), senses)));
  }

  private void put(RegionCode region, String form, Entry entry) {
    byRegion
        .computeIfAbsent(region, code -> new HashMap<>())
        .computeIfAbsent(form, text -> new ArrayList<>())
        .add(entry);
    formsOf.computeIfAbsent(entry.hit().organisation().id(), id -> new TreeSet<>()).add(form);
  }

  /** What else an office is called: without the party's committee or the government it is of. */
  private static List<String> withoutParts(String form) {
    List<String> others = new ArrayList<>();
    for (String inside : NameWords.of("inside")) {
      if (form.startsWith(inside) && form.length() >= inside.length() + 2) {
        others.add(form.substring(inside.length()));
      }
    }
    for (List<String> tail : NameWords.rowsOf("tail-after")) {
      String kept = tail.getFirst();
      if (form.endsWith(kept + tail.getLast())
          && form.length() > (kept + tail.getLast()).length()) {
        others.add(form.substring(0, form.length() - tail.getLast().length()));
      }
    }
    return others;
  }

  private static List<String> ofEitherKind(String form) {
    Office office = Office.of(form);
    List<String> others = new ArrayList<>();
    for (List<String> either : NameWords.rowsOf("either")) {
      if (either.getFirst().equals(office.concern())) {
        List<String> kinds = either.subList(1, either.size());
        if (kinds.contains(office.kind())) {
          kinds.stream()
              .filter(kind -> !kind.equals(office.kind()))
              .forEach(kind -> others.add(office.concern() + kind));
        }
      }
    }
    return others;
  }
}
