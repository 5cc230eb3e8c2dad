package jingtu.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.TableRef.Meaning;
import jingtu.standards.Threshold;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;

/** The thresholds of one analyte in one edition, and which of them apply when. */
final class AnalyteTable {

  private static final Ph HIGHEST_PH = new Ph(BigDecimal.valueOf(14));

  private final Edition edition;
  private final List<Threshold> thresholds;
  private final List<Ph> phOfEachBand;
  private final List<LandUse> landUses;
  private final boolean dependsOnLandUse;
  private final boolean dependsOnCategory;
  private final boolean dependsOnConditions;
  private final Map<Situation, Applying> applying = new ConcurrentHashMap<>();

  /** The thresholds that apply in one situation. */
  record Applying(
      Optional<Threshold> screening, Optional<Threshold> control, Optional<Threshold> limit) {}

  AnalyteTable(Edition edition, List<Threshold> thresholds) {
    this.edition = edition;
    this.thresholds = thresholds;
    this.phOfEachBand = phOfEachBand(thresholds);
    this.landUses = landUses(edition);
    this.dependsOnLandUse = thresholds.stream().anyMatch(it -> it.landUse().isPresent());
    this.dependsOnCategory = thresholds.stream().anyMatch(it -> it.category().isPresent());
    this.dependsOnConditions = thresholds.stream().anyMatch(it -> it.condition().isPresent());
  }

  List<Threshold> thresholds() {
    return thresholds;
  }

  /** A pH of each band, the highest of it, upwards; none where pH does not matter. */
  List<Ph> phOfEachBand() {
    return phOfEachBand;
  }

  /**
   * A pH for every stretch in which the same thresholds apply. A band holds its upper bound, so the
   * bounds of all bands and the highest pH of all stand for everything below each.
   */
  private static List<Ph> phOfEachBand(List<Threshold> thresholds) {
    Set<Ph> bounds = new TreeSet<>();
    for (Threshold threshold : thresholds) {
      threshold.band().flatMap(PhBand::above).map(Ph::new).ifPresent(bounds::add);
      threshold.band().flatMap(PhBand::upTo).map(Ph::new).ifPresent(bounds::add);
    }
    if (!bounds.isEmpty()) {
      bounds.add(HIGHEST_PH);
    }
    return List.copyOf(bounds);
  }

  /** The uses of the land that an edition speaks of; rotation is the stricter of two of them. */
  private static List<LandUse> landUses(Edition edition) {
    Set<LandUse.Sector> sectors = EnumSet.noneOf(LandUse.Sector.class);
    edition.thresholds().forEach(it -> it.landUse().map(LandUse::sector).ifPresent(sectors::add));
    return Stream.of(LandUse.values())
        .filter(use -> use != LandUse.PADDY_UPLAND_ROTATION && sectors.contains(use.sector()))
        .toList();
  }

  /** Whether the edition speaks of such land. Where it names no land it speaks of all. */
  boolean covers(LandUse use) {
    return landUses.isEmpty() || landUses.stream().anyMatch(it -> it.sector() == use.sector());
  }

  /** Whether the analyte's thresholds depend on the use of the land. */
  boolean dependsOnLandUse() {
    return dependsOnLandUse;
  }

  /** All ways the circumstances may be, given what is known: one where all is known. */
  List<Situation> situations(
      Optional<Ph> ph, Optional<LandUse> landUse, Optional<String> category, Set<String> holding) {
    List<Situation> all = new ArrayList<>();
    for (Optional<String> oneCategory : categories(category)) {
      for (Optional<String> oneCondition : conditions(oneCategory, holding)) {
        for (Optional<LandUse> oneUse : landUses(landUse)) {
          for (Optional<Ph> onePh : phs(ph)) {
            all.add(new Situation(onePh, oneUse, oneCategory, oneCondition));
          }
        }
      }
    }
    return all;
  }

  private List<Optional<Ph>> phs(Optional<Ph> ph) {
    return phOfEachBand.isEmpty()
        ? List.of(Optional.empty())
        : ifItMatters(true, ph.map(this::phOfItsBand), phOfEachBand);
  }

  private Ph phOfItsBand(Ph ph) {
    int band = 0;
    while (phOfEachBand.get(band).compareTo(ph) < 0) {
      band++;
    }
    return phOfEachBand.get(band);
  }

  private List<Optional<LandUse>> landUses(Optional<LandUse> landUse) {
    return ifItMatters(dependsOnLandUse(), landUse, landUses);
  }

  private List<Optional<String>> categories(Optional<String> category) {
    return ifItMatters(dependsOnCategory, category, List.copyOf(edition.categories().keySet()));
  }

  private static <T> List<Optional<T>> ifItMatters(
      boolean matters, Optional<T> known, List<T> possible) {
    if (!matters) {
      return List.of(Optional.empty());
    }
    return known.isPresent() ? List.of(known) : possible.stream().map(Optional::of).toList();
  }

  /** Those that hold, of the ones that matter in a category; where none holds, all that matter. */
  private List<Optional<String>> conditions(Optional<String> category, Set<String> holding) {
    if (!dependsOnConditions) {
      return List.of(Optional.empty());
    }
    List<Optional<String>> mattering =
        thresholds.stream()
            .filter(it -> speaksOf(it.category(), category))
            .map(Threshold::condition)
            .distinct()
            .toList();
    if (mattering.isEmpty()) {
      return List.of(Optional.empty());
    }
    List<Optional<String>> known =
        mattering.stream().filter(it -> it.map(holding::contains).orElse(false)).toList();
    return known.isEmpty() ? mattering : known;
  }

  /** What applies in a situation with a pH of {@link #phOfEachBand}; worked out once for each. */
  Applying applying(Situation situation) {
    return applying.computeIfAbsent(
        situation,
        it ->
            new Applying(
                threshold(Meaning.SCREENING, it),
                threshold(Meaning.CONTROL, it),
                threshold(Meaning.LIMIT, it)));
  }

  /**
   * The threshold of a kind that applies. Land without a threshold of its own is other land
   * (orchards, except for copper); under rotation the stricter of paddy and other applies (GB
   * 15618-2018, table 1, note 2).
   */
  private Optional<Threshold> threshold(Meaning meaning, Situation situation) {
    List<Threshold> matching =
        thresholds.stream()
            .filter(it -> it.table().meaning() == meaning)
            .filter(it -> speaksOf(it.category(), situation.category()))
            .filter(it -> it.condition().equals(situation.condition()))
            .filter(it -> inBand(it, situation.ph()))
            .toList();
    return strictest(situation.landUse().map(use -> of(use, matching)).orElse(matching));
  }

  private static List<Threshold> of(LandUse use, List<Threshold> matching) {
    List<Threshold> own = exactly(use, matching);
    if (!own.isEmpty()) {
      return own;
    }
    if (use == LandUse.PADDY_UPLAND_ROTATION) {
      return Stream.of(LandUse.PADDY, LandUse.OTHER)
          .flatMap(season -> of(season, matching).stream())
          .toList();
    }
    List<Threshold> other = exactly(LandUse.OTHER, matching);
    return use.sector() == LandUse.Sector.AGRICULTURAL && !other.isEmpty()
        ? other
        : matching.stream().filter(it -> it.landUse().isEmpty()).toList();
  }

  private static List<Threshold> exactly(LandUse use, List<Threshold> matching) {
    return matching.stream().filter(it -> it.landUse().equals(Optional.of(use))).toList();
  }

  private static Optional<Threshold> strictest(List<Threshold> thresholds) {
    return thresholds.stream().min(Comparator.comparing(Span::height));
  }

  private static boolean speaksOf(Optional<String> category, Optional<String> given) {
    return category.isEmpty() || category.equals(given);
  }

  private static boolean inBand(Threshold threshold, Optional<Ph> ph) {
    return threshold
        .band()
        .map((Function<PhBand, Boolean>) band -> ph.map(band::contains).orElse(false))
        .orElse(true);
  }
}
