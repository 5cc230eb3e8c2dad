package jingtu.server.register;

import static jingtu.server.PretendOffice.COUNTY;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionText;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/** People and registers of the pretended county, for tests of what registers hold. */
public final class RegisterOffice {

  private static final Scope ADMINISTRATOR =
      new Scope(new UUID(0, 1), "管理员", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final Organisations organisations;
  private final DefineRegister define;

  private RegisterOffice(Organisations organisations, DefineRegister define) {
    this.organisations = organisations;
    this.define = define;
  }

  /** Opens the county's regions. */
  public static RegisterOffice open(
      Regions regions, Organisations organisations, DefineRegister define) {
    PretendOffice.open(regions);
    return new RegisterOffice(organisations, define);
  }

  /** The organisation of that name in a region, made where it is not there yet. */
  public UUID organisation(String name, RegionCode region) {
    return organisations.list(ADMINISTRATOR).stream()
        .filter(known -> known.isCalled(name))
        .findFirst()
        .orElseGet(
            () ->
                organisations.add(
                    ADMINISTRATOR,
                    OrganisationEntry.named(name, Optional.of(region), java.util.List.of())))
        .id();
  }

  /** An officer of an organisation in the county. */
  public Scope officerOf(String name) {
    UUID id = organisation(name, COUNTY);
    return new Scope(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "officer-" + name,
        Role.OFFICER,
        Optional.of(COUNTY),
        Optional.of(id));
  }

  /** Makes a definition the register's, as its editor would. */
  public RegisterId define(Definition definition) {
    DefineRegister.Outcome outcome =
        define.apply(
            PretendOffice.coordinator(PretendOffice.CITY),
            "made.yaml",
            DefinitionText.write(definition));
    if (!(outcome instanceof DefineRegister.Outcome.Applied)) {
      throw new AssertionError(outcome.toString());
    }
    return definition.id();
  }
}
