package jingtu.server;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.RegionSheet;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/** Regions that no table of codes has, and people who work in them. */
public final class PretendOffice {

  public static final RegionCode CITY = new RegionCode("991100");
  public static final RegionCode COUNTY = new RegionCode("991121");
  public static final RegionCode TOWNSHIP = new RegionCode("991121001");
  public static final RegionCode NEIGHBOUR = new RegionCode("991122");

  private PretendOffice() {}

  /** Makes the regions known: a city with two counties, one of which has a township. */
  public static void open(Regions regions) {
    regions.load(
        RegionSheet.read(
                """
                code,name,level,parent
                991100,东临市,CITY,
                991121,禾汀县,COUNTY,991100
                991122,砚坪县,COUNTY,991100
                991121001,石漪镇,TOWNSHIP,991121
                """)
            .regions());
  }

  public static Scope coordinator(RegionCode region) {
    return account(Role.COORDINATOR, region);
  }

  public static Scope officer(RegionCode region) {
    return account(Role.OFFICER, region);
  }

  public static List<RegionCode> all() {
    return List.of(CITY, COUNTY, TOWNSHIP, NEIGHBOUR);
  }

  private static Scope account(Role role, RegionCode region) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (role + region.digits()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Scope(id, role.name() + region, role, Optional.of(region), Optional.empty());
  }
}
