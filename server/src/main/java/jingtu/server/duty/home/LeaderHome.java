package jingtu.server.duty.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyFocus.News;
import jingtu.server.duty.Light;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;

/**
 * The leader's page: how everything stands, and what changed in the last days.
 *
 * @param newsFrom the first day of what changed
 * @param lights how many duties show which light
 * @param news how many duties something happened to
 * @param moved the first of those that are in another state than before
 * @param sentences how many sentences oblige somebody
 * @param targets how many of them state a value to reach; nothing measures these yet
 */
public record LeaderHome(
    LocalDate today,
    LocalDate newsFrom,
    Map<Light, Integer> lights,
    List<Chapter> chapters,
    List<OrganisationLights> organisations,
    List<TownshipLights> townships,
    Map<News, Integer> news,
    List<Moved> moved,
    int sentences,
    int targets) {

  public LeaderHome {
    chapters = List.copyOf(chapters);
    organisations = List.copyOf(organisations);
    townships = List.copyOf(townships);
    moved = List.copyOf(moved);
  }

  /** The lights under an outermost heading of a plan; the heading may be empty. */
  public record Chapter(Optional<PlanId> plan, String heading, Map<Light, Integer> lights) {}

  /** The lights of an organisation; without one, of all names that the directory does not have. */
  public record OrganisationLights(Optional<UUID> id, String name, Map<Light, Integer> lights) {}

  /** The lights of whoever stands in a township. */
  public record TownshipLights(RegionCode code, String name, Map<Light, Integer> lights) {}

  /** A duty that is in another state than before; states are those of reports. */
  public record Moved(UUID duty, String name, String sentence, String before, String now) {}
}
