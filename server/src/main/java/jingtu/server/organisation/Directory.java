package jingtu.server.organisation;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import jingtu.server.organisation.names.NameMatcher;
import jingtu.server.organisation.names.Passing;
import jingtu.server.scope.RegionCode;

/**
 * The directory as the plans of one region use it: whom a name means, and who answers on a later
 * day for whom it meant.
 */
public final class Directory {

  private final Map<UUID, Organisation> organisations;
  private final NameMatcher matcher;
  private final Passing passing;

  private Directory(Map<UUID, Organisation> organisations, NameMatcher matcher, Passing passing) {
    this.organisations = organisations;
    this.matcher = matcher;
    this.passing = passing;
  }

  /** Of all that is known, for the plans of a region. */
  static Directory of(
      RegionCode region,
      List<Region> regions,
      List<Organisation> organisations,
      List<Succession> successions) {
    Map<UUID, Organisation> byId = organisations.stream().collect(toMap(Organisation::id, o -> o));
    return new Directory(
        byId,
        NameMatcher.of(region, regions, organisations, successions),
        new Passing(byId, successions));
  }

  /** An organisation, where the directory has it. */
  public Optional<Organisation> find(UUID id) {
    return Optional.ofNullable(organisations.get(id));
  }

  /**
   * Whom a name means.
   *
   * @param day of the plan: the name may have meant another organisation before and after
   * @param carried regions of another level that a name before it in the same list says (“the
   *     city's A, B, C”), and that may hold for this one too
   */
  public NameAnswer answer(String name, LocalDate day, Set<RegionCode> carried) {
    return matcher.answer(name, day, carried);
  }

  /** The region of another level that a name says it belongs to. */
  public Optional<RegionCode> saysRegion(String name) {
    return matcher.saysRegion(name);
  }

  /**
   * Who answers on a day for what an organisation was named for.
   *
   * @param named in a plan of this day
   * @param on the day that is asked about; one before the plan's is taken as the plan's
   * @param text of the task, which tells what passed to whom where an organisation came apart
   * @param chosen whom a person named as successor of an organisation at a turn, for this task
   */
  public Answering answering(
      Organisation named,
      LocalDate planDay,
      LocalDate on,
      String text,
      BiFunction<UUID, LocalDate, Optional<UUID>> chosen) {
    return passing.follow(named, planDay, on, text, chosen);
  }
}
