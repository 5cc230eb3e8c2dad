package jingtu.server.organisation.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.RegionLevel;
import jingtu.server.scope.RegionCode;

/**
 * A region with those above it and those below it, and the ways in which a name may begin with one
 * of them: in full, in short, or by the word for its level.
 */
final class Surroundings {

  /** The region itself, then those above it, the nearest first. */
  private final List<Region> chain;

  private final List<Region> below;
  private final Map<RegionCode, Region> byCode;

  private Surroundings(List<Region> chain, List<Region> below, Map<RegionCode, Region> byCode) {
    this.chain = chain;
    this.below = below;
    this.byCode = byCode;
  }

  /**
   * One way to read a name.
   *
   * @param region whose office it is then
   * @param rest the name without what says the region
   * @param said whether the name says the region; otherwise it is taken for the region's own
   */
  record Reading(RegionCode region, String rest, boolean said) {}

  /** Around a region that is among the regions. */
  static Surroundings around(RegionCode own, Map<RegionCode, Region> regions) {
    List<Region> chain = new ArrayList<>();
    Optional<Region> at = Optional.ofNullable(regions.get(own));
    while (at.isPresent() && chain.size() <= RegionLevel.values().length) {
      chain.add(at.get());
      at = at.get().parent().map(regions::get);
    }
    List<Region> below = new ArrayList<>();
    collect(own, children(regions), below);
    return new Surroundings(chain, below, regions);
  }

  /** The same without what lies below, for the name of an organisation of the region itself. */
  Surroundings of(RegionCode region) {
    List<Region> upwards = new ArrayList<>();
    Optional<Region> at = Optional.ofNullable(byCode.get(region));
    while (at.isPresent() && upwards.size() <= RegionLevel.values().length) {
      upwards.add(at.get());
      at = at.get().parent().map(byCode::get);
    }
    return new Surroundings(upwards, List.of(), byCode);
  }

  private static Map<RegionCode, List<Region>> children(Map<RegionCode, Region> regions) {
    Map<RegionCode, List<Region>> children = new HashMap<>();
    regions
        .values()
        .forEach(
            region ->
                region
                    .parent()
                    .ifPresent(
                        parent ->
                            children.computeIfAbsent(parent, p -> new ArrayList<>()).add(region)));
    return children;
  }

  private static void collect(
      RegionCode at, Map<RegionCode, List<Region>> children, List<Region> below) {
    for (Region child : children.getOrDefault(at, List.of())) {
      below.add(child);
      collect(child.code(), children, below);
    }
  }

  boolean isOwn(RegionCode region) {
    return !chain.isEmpty() && chain.getFirst().code().equals(region);
  }

  /** Whether a region lies above the own one. */
  boolean isAbove(RegionCode region) {
    return chain.stream().skip(1).anyMatch(above -> above.code().equals(region));
  }

  List<Region> chain() {
    return chain;
  }

  /** The regions of one level that lie below, at any depth. */
  List<Region> below(RegionLevel level) {
    return below.stream().filter(region -> region.level() == level).toList();
  }

  /** All regions in sight. */
  List<Region> all() {
    return Stream.concat(chain.stream(), below.stream()).toList();
  }

  /** Every way to read a name, what it says of a region before what is only supposed. */
  List<Reading> readings(String name) {
    Set<Reading> readings = new LinkedHashSet<>();
    List<String> texts =
        Stream.of(Optional.of(name), withoutLead(name)).flatMap(Optional::stream).toList();
    for (String text : texts) {
      readInFull(text, readings);
      readLevel(text, readings);
      readInShort(text, readings);
    }
    for (String text : texts) {
      chain.stream()
          .findFirst()
          .ifPresent(own -> readings.add(new Reading(own.code(), text, false)));
      readProvince(text, readings);
    }
    return List.copyOf(readings);
  }

  private static Optional<String> withoutLead(String name) {
    return NameWords.beginning("lead", name).map(lead -> name.substring(lead.length()));
  }

  /** One or several regions in full, each within the one before. */
  private void readInFull(String text, Set<Reading> readings) {
    Optional<Region> at = Optional.empty();
    String rest = text;
    while (true) {
      Optional<Region> next = longestInFull(rest, at);
      if (next.isEmpty()) {
        break;
      }
      rest = rest.substring(inFull(next.get(), rest).orElseThrow().length());
      at = next;
    }
    String left = rest;
    at.ifPresent(region -> read(region, left, readings));
  }

  private Optional<Region> longestInFull(String text, Optional<Region> within) {
    return all().stream()
        .filter(region -> within.isEmpty() || isWithin(region, within.get()))
        .filter(region -> inFull(region, text).isPresent())
        .max(Comparator.comparingInt(region -> inFull(region, text).orElse("").length()));
  }

  private boolean isWithin(Region region, Region outer) {
    Optional<RegionCode> parent = region.parent();
    for (int height = 0; parent.isPresent() && height <= RegionLevel.values().length; height++) {
      if (parent.get().equals(outer.code())) {
        return true;
      }
      parent = Optional.ofNullable(byCode.get(parent.get())).flatMap(Region::parent);
    }
    return false;
  }

  private Optional<String> inFull(Region region, String text) {
    return namesInFull(region).stream().filter(text::startsWith).findFirst();
  }

  /** A region may be listed with the name of the one above it. */
  private List<String> namesInFull(Region region) {
    Optional<String> shorter =
        region
            .parent()
            .map(byCode::get)
            .map(Region::name)
            .filter(above -> region.name().startsWith(above) && !region.name().equals(above))
            .map(above -> region.name().substring(above.length()));
    return Stream.of(Optional.of(region.name()), shorter).flatMap(Optional::stream).toList();
  }

  private void readLevel(String text, Set<Reading> readings) {
    String reached =
        NameWords.beginning("reach", text)
            .map(reach -> text.substring(reach.length()))
            .orElse(text);
    for (Region region : chain) {
      String level = region.name().substring(region.name().length() - 1);
      if (reached.startsWith(level)) {
        String rest = reached.substring(level.length());
        String tail = NameWords.one("level-tail");
        read(region, rest.startsWith(tail) ? rest.substring(tail.length()) : rest, readings);
      }
    }
  }

  private void readInShort(String text, Set<Reading> readings) {
    for (Region region : all()) {
      Optional<String> place = inShort(region).filter(text::startsWith);
      String rest = place.map(name -> text.substring(name.length())).orElse("");
      if (rest.length() >= 2 && !isRestOfARegion(region, rest)) {
        read(region, rest, readings);
      }
    }
  }

  /** Whether the short name was only the beginning of a longer one. */
  private static boolean isRestOfARegion(Region region, String rest) {
    String level = region.name().substring(region.name().length() - 1);
    return rest.startsWith(level) || NameWords.beginning("township-ending", rest).isPresent();
  }

  /** A region's name without the word for what it is; absent where too little would be left. */
  private Optional<String> inShort(Region region) {
    String own = namesInFull(region).getLast();
    return Optional.of(NameWords.without("region-ending", own)).filter(name -> name.length() >= 2);
  }

  /** An office of a region above may be the one that works in the own region. */
  private void read(Region region, String rest, Set<Reading> readings) {
    if (isAbove(region.code())) {
      readBranch(rest, readings);
    }
    readings.add(new Reading(region.code(), rest, true));
  }

  private void readBranch(String rest, Set<Reading> readings) {
    Region own = chain.getFirst();
    List<String> names =
        Stream.concat(namesInFull(own).stream(), inShort(own).stream())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String name : names) {
      int at = rest.indexOf(name);
      if (at == 0 && rest.length() > name.length()) {
        readings.add(new Reading(own.code(), rest.substring(name.length()), true));
        return;
      }
      if (at > 0) {
        String joined = rest.substring(0, at) + rest.substring(at + name.length());
        if (joined.endsWith(NameWords.one("branch"))) {
          readings.add(new Reading(own.code(), joined, true));
          return;
        }
      }
    }
    if (rest.endsWith(NameWords.one("branch"))) {
      readings.add(new Reading(own.code(), rest, true));
    }
  }

  /** A kind of office that only a province has names the province. */
  private void readProvince(String text, Set<Reading> readings) {
    if (NameWords.ending("kind-of-province", text).isPresent()) {
      chain.stream()
          .filter(region -> region.level() == RegionLevel.PROVINCE && !isOwn(region.code()))
          .forEach(region -> readings.add(new Reading(region.code(), text, false)));
    }
  }
}
