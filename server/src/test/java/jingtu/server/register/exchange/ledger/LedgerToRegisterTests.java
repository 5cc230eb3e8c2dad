package jingtu.server.register.exchange.ledger;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jingtu.server.OnBothDatabases;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.exchange.job.EndedImport;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.ImportRows;
import jingtu.server.register.exchange.job.ImportStep;
import jingtu.server.register.exchange.job.Imports;
import jingtu.server.register.exchange.job.RunImport;
import jingtu.server.register.exchange.ledger.ProposedRegister.Becomes;
import jingtu.server.register.exchange.ledger.ProposedRegister.ProposedField;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.testing.Needs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Sheets as a county keeps them become registers that hold every row. */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class LedgerToRegisterTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired ReadLedger reading;
  @Autowired Imports imports;
  @Autowired Records records;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;

  @ParameterizedTest
  @ValueSource(strings = {"hazardous-waste", "village-waste"})
  void everyRowOfTheSheetBecomesARecordOfTheProposedRegister(String name) throws IOException {
    RegisterOffice office = RegisterOffice.open(regions, organisations, define);
    Path file = Needs.repository().resolve("e2e/fixtures/ledgers/" + name + ".xlsx");
    ProposedRegister proposed =
        ((ReadLedger.Outcome.Proposed) reading.read(COORDINATOR, file, name + ".xlsx")).register();
    RegisterId register = office.define(definition(proposed));

    ImportJob job =
        imports
            .receiving()
            .receive(
                COORDINATOR,
                register,
                COUNTY,
                Optional.empty(),
                name + ".xlsx",
                Files.readAllBytes(file));
    assertThat(job.choice().sheets()).isEqualTo(proposed.ledger().sheets());
    imports.checking().start(COORDINATOR, job.id());
    ImportJob checked = ended(job);
    assertThat(faulty(job)).isEmpty();
    assertThat(checked.report().fresh()).isEqualTo(proposed.ledger().rows().size());
    imports
        .running()
        .start(COORDINATOR, job.id(), new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), true));
    assertThat(ended(job).step()).isEqualTo(ImportStep.DONE);
    assertThat(records.count(COORDINATOR, register, RecordQuery.ALL))
        .isEqualTo(proposed.ledger().rows().size());
  }

  private List<String> faulty(ImportJob job) {
    return imports
        .rows()
        .page(
            COORDINATOR, job.id(), ImportRows.Which.FAULTY, Optional.empty(), Optional.empty(), 20)
        .rows()
        .stream()
        .map(row -> row.place() + " " + row.cells() + " " + row.findings())
        .toList();
  }

  private ImportJob ended(ImportJob job) {
    return EndedImport.of(imports, COORDINATOR, job.id());
  }

  /** The proposal as the browser makes a definition of it: what is doubtful becomes text. */
  private static Definition definition(ProposedRegister proposed) {
    List<Field> fields = new ArrayList<>();
    List<String> key = new ArrayList<>();
    boolean placed =
        proposed.columns().stream()
            .noneMatch(c -> c.becomes() != Becomes.FIELD && !c.misfits().isEmpty());
    for (ProposedRegister.Column column : proposed.columns()) {
      if (column.becomes() == Becomes.FIELD || !placed) {
        fields.add(field(column));
        if (column.field().key()) {
          key.add(column.field().id());
        }
      }
    }
    return new Definition(
        proposed.id(),
        1,
        proposed.name(),
        proposed.kind(),
        "",
        List.of(),
        key,
        placed ? proposed.geometry() : Definition.Shape.NONE,
        List.of(),
        fields,
        new Lifecycle(List.of(new Lifecycle.State("listed", "在册", false)), List.of()),
        List.of(),
        List.of(),
        List.of(),
        new Definition.Disclosure(List.of(), List.of()));
  }

  private static Field field(ProposedRegister.Column column) {
    ProposedField field = column.field();
    String heading =
        Stream.of(field.group(), field.label())
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + "/" + other)
            .orElse("");
    return new Field(
        field.id(),
        field.label(),
        column.misfits().isEmpty() ? type(field) : new FieldType.Text(200),
        "",
        "",
        field.required(),
        false,
        false,
        Optional.empty(),
        Set.of(),
        false,
        heading.equals(field.label()) ? List.of() : List.of(heading));
  }

  private static FieldType type(ProposedField field) {
    int decimals = field.decimals().orElse(0);
    return switch (field.type()) {
      case "long-text" -> new FieldType.LongText();
      case "number" -> new FieldType.Figure(decimals, Optional.empty(), Optional.empty());
      case "quantity" ->
          new FieldType.Quantity(
              field.unit().orElseThrow(), decimals, Optional.empty(), Optional.empty());
      case "date" -> new FieldType.Date();
      case "flag" -> new FieldType.Flag();
      case "credit-code" -> new FieldType.CreditCode();
      case "estate-unit" -> new FieldType.EstateUnit();
      default -> new FieldType.Text(field.longest().orElse(200));
    };
  }
}
