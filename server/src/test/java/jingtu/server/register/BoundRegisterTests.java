package jingtu.server.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.DefinitionFault;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.modulith.test.ApplicationModuleTest;

/** A register as code on top of it has it: the list of key supervised units that ships. */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class BoundRegisterTests {

  private static final Scope COUNTY = PretendOffice.coordinator(PretendOffice.COUNTY);
  private static final Scope NEIGHBOUR = PretendOffice.coordinator(PretendOffice.NEIGHBOUR);
  private static final RegisterId UNITS = new RegisterId("supervised-unit");

  record Unit(
      RecordId id,
      String state,
      String name,
      String creditCode,
      Optional<UUID> organisationListed) {}

  record WithoutSuchField(String nickname) {}

  @Autowired Definitions definitions;
  @Autowired DefineRegister defineRegister;
  @Autowired Records records;
  @Autowired Regions regions;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  private RecordView unit(String name, String creditCode) {
    return records.create(
        COUNTY,
        UNITS,
        new RecordDraft(
            PretendOffice.COUNTY,
            Optional.empty(),
            Map.of(
                "name", new FieldValue.Words(name),
                "credit_code", new FieldValue.Words(creditCode),
                "industry", new FieldValue.Words("nonferrous-mining"),
                "reason", new FieldValue.Words("listed-industry")),
            Optional.empty()));
  }

  @Test
  void givesRecordsAsTheTypeToWhoSeesThem() {
    BoundRegister<Unit> units =
        new Registers(definitions, records).bound("supervised-unit", Unit.class);
    RecordView made = unit("禾汀化工厂", "91350100M000100Y43");
    Unit expected =
        new Unit(made.id(), "proposed", "禾汀化工厂", "91350100M000100Y43", Optional.empty());

    assertThat(units.find(COUNTY, made.id())).contains(expected);
    assertThat(units.page(COUNTY, Optional.empty()).records()).contains(expected);
    assertThat(units.find(NEIGHBOUR, made.id())).isEmpty();
    assertThat(units.page(NEIGHBOUR, Optional.empty()).records()).doesNotContain(expected);

    records.remove(COUNTY, made.id(), made.version(), "重复");
    assertThat(units.list(COUNTY, List.of(made.id()))).isEmpty();
  }

  @Test
  void endsTheStartWhereADefinitionDoesNotFit() {
    Registers fitting = new Registers(definitions, records);
    fitting.bound("supervised-unit", Unit.class);
    assertThatCode(() -> fitting.run(new DefaultApplicationArguments())).doesNotThrowAnyException();

    Registers unfit = new Registers(definitions, records);
    unfit.bound("supervised-unit", WithoutSuchField.class);
    unfit.bound("no-such-register", Unit.class);
    assertThatThrownBy(() -> unfit.run(new DefaultApplicationArguments()))
        .isInstanceOf(Registers.Unfit.class)
        .hasMessage(
            "The program uses the field nickname of register supervised-unit"
                + " (WithoutSuchField.nickname), which is not in the definition or retired."
                + " The program uses the register no-such-register (Unit), and there is no such"
                + " register.");
  }

  /** The program itself binds the register, for the sake of deadlines. */
  @Test
  void keepsWhatIsBoundInTheDefinition() throws IOException {
    String shipped;
    try (InputStream file =
        getClass().getResourceAsStream("/register/definitions/supervised-unit.yaml")) {
      shipped = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
    String next = shipped.replaceFirst("(?m)^version: .*$", "version: 1000");
    assertThat(defineRegister.check(COUNTY, "units.yaml", next).faults()).isEmpty();

    String withoutName =
        next.replace("longest: 100, group: basic, required: true", "longest: 100, group: basic");
    assertThat(withoutName).isNotEqualTo(next);
    assertThat(defineRegister.check(COUNTY, "units.yaml", withoutName).faults())
        .extracting(DefinitionFault::path, fault -> fault.problem().key())
        .containsExactly(tuple("fields", "register-binding.other-type"));
  }
}
