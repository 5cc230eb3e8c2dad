package jingtu.server.organisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.organisation.Keeper;
import jingtu.server.organisation.Liaison;
import jingtu.server.organisation.Organisation;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the account that asks may see it.
 *
 * @param regionName the region's name, also where the account sees nothing else of that region
 * @param kept whether the account may change it
 * @param namesLiaisons whether the account may name its liaison persons
 * @param liaisons absent where they are not for this account
 */
record OrganisationView(
    UUID id,
    String name,
    @Nullable String regionCode,
    @Nullable String regionName,
    @Nullable UUID areaId,
    List<String> aliases,
    @Nullable UUID supervisorId,
    String functions,
    @Nullable LocalDate endedOn,
    int version,
    boolean kept,
    boolean namesLiaisons,
    @Nullable List<LiaisonView> liaisons) {

  /** A person through whom the organisation is reached. */
  record LiaisonView(String name, String post, String telephone) {
    static LiaisonView of(Liaison liaison) {
      return new LiaisonView(liaison.name(), liaison.post(), liaison.telephone());
    }
  }

  static OrganisationView of(
      Organisation organisation,
      Map<RegionCode, String> regionNames,
      Keeper keeper,
      Map<UUID, List<Liaison>> liaisons) {
    List<Liaison> known = liaisons.get(organisation.id());
    return new OrganisationView(
        organisation.id(),
        organisation.name(),
        organisation.region().map(RegionCode::digits).orElse(null),
        organisation.region().map(regionNames::get).orElse(null),
        organisation.area().orElse(null),
        organisation.aliases(),
        organisation.supervisor().orElse(null),
        organisation.functions(),
        organisation.endedOn().orElse(null),
        organisation.version(),
        keeper.keeps(organisation),
        keeper.namesLiaisons(organisation),
        known == null ? null : known.stream().map(LiaisonView::of).toList());
  }
}
