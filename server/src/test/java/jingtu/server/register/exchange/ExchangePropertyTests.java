package jingtu.server.register.exchange;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jingtu.server.OnBothDatabases;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.CodeList;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.RandomDefinitions;
import jingtu.server.register.exchange.export.ExportRecords;
import jingtu.server.register.exchange.export.RecordFile;
import jingtu.server.register.exchange.job.EndedImport;
import jingtu.server.register.exchange.job.ImportJob;
import jingtu.server.register.exchange.job.ImportRows;
import jingtu.server.register.exchange.job.ImportStep;
import jingtu.server.register.exchange.job.Imports;
import jingtu.server.register.exchange.job.RunImport;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

/** The records of any register go through a file into another of the same definition unchanged. */
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ExchangePropertyTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final int SEEDS = 6;
  private static final int RECORDS = 15;

  @Autowired ExportRecords exports;
  @Autowired Imports imports;
  @Autowired Records records;
  @Autowired CodeLists codes;
  @Autowired Regions regions;
  @Autowired Organisations organisations;
  @Autowired DefineRegister define;

  @ParameterizedTest
  @EnumSource(RecordFile.Kind.class)
  void recordsSurviveExportAndImport(RecordFile.Kind kind) {
    RegisterOffice office = RegisterOffice.open(regions, organisations, define);
    int made = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomGenerator random = Seeded.random(seed);
      String name = "-" + kind.name().toLowerCase(Locale.ROOT) + "-" + seed;
      Definition from = plain(RandomDefinitions.next(random, new RegisterId("from" + name)));
      office.define(from);
      RegisterId to = office.define(renamed(from, new RegisterId("to" + name)));
      made += fill(random, office, from);
      throughAFile(from.id(), to, kind);
      assertThat(told(to)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(told(from.id()));
    }
    assertThat(made).isGreaterThan(SEEDS * RECORDS / 2);
  }

  private List<String> told(RegisterId register) {
    return all(register).stream()
        .map(
            record ->
                new TreeMap<>(record.content())
                    + " "
                    + record.geometry()
                    + " "
                    + record.region()
                    + " "
                    + record.organisation())
        .toList();
  }

  private List<RecordView> all(RegisterId register) {
    RecordQuery query =
        new RecordQuery(
            "",
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            false,
            Optional.empty(),
            RecordQuery.LONGEST_PAGE);
    return records.page(COORDINATOR, register, query).records();
  }

  /** Records that the register takes; what breaks one of its random rules is left. */
  private int fill(RandomGenerator random, RegisterOffice office, Definition definition) {
    UUID owner = office.organisation("某镇环保所", COUNTY);
    int made = 0;
    for (int i = 0; i < RECORDS; i++) {
      RecordDraft draft =
          new RecordDraft(
              COUNTY,
              random.nextBoolean() ? Optional.of(owner) : Optional.empty(),
              MadeRecords.content(
                  random,
                  definition,
                  this::codesOf,
                  List.of(),
                  List.of(owner),
                  List.of(COUNTY.digits())),
              MadeRecords.geometry(random, definition.geometry()));
      try {
        records.create(COORDINATOR, definition.id(), draft);
        made++;
      } catch (FaultyRecord refused) {
        assertThat(refused.faults()).isNotEmpty();
      }
    }
    return made;
  }

  private List<String> codesOf(String list) {
    return codes.find(list).map(CodeList::entries).orElse(List.of()).stream()
        .map(CodeList.Entry::code)
        .toList();
  }

  private void throughAFile(RegisterId from, RegisterId to, RecordFile.Kind kind) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      exports.write(
          exports.prepare(COORDINATOR, from, RecordQuery.ALL, Set.of(), kind, Language.ZH), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImportJob job =
        imports
            .receiving()
            .receive(
                COORDINATOR, to, COUNTY, Optional.empty(), "records." + kind, file.toByteArray());
    imports.checking().start(COORDINATOR, job.id());
    await(job);
    assertThat(faulty(job)).isEmpty();
    imports
        .running()
        .start(COORDINATOR, job.id(), new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), true));
    await(job);
    assertThat(imports.get(COORDINATOR, job.id()))
        .satisfies(done -> assertThat(done.step()).as("%s", done).isEqualTo(ImportStep.DONE));
  }

  private List<String> faulty(ImportJob job) {
    return imports
        .rows()
        .page(
            COORDINATOR,
            job.id(),
            ImportRows.Which.FAULTY,
            Optional.empty(),
            Optional.empty(),
            RECORDS)
        .rows()
        .stream()
        .map(row -> row.cells() + " " + row.findings())
        .toList();
  }

  private void await(ImportJob job) {
    EndedImport.of(imports, COORDINATOR, job.id());
  }

  /** Without what would refuse most random records; links and files do not travel and are left. */
  private static Definition plain(Definition made) {
    List<Field> fields =
        made.fields().stream()
            .map(
                field ->
                    new Field(
                        field.id(),
                        field.label(),
                        field.type(),
                        field.group(),
                        field.help(),
                        field.required() && travels(field),
                        field.unique() && travels(field),
                        field.sortable(),
                        field.when(),
                        field.visibleTo(),
                        field.retired(),
                        field.aliases()))
            .toList();
    return of(made, made.id(), fields);
  }

  private static boolean travels(Field field) {
    return field.id().equals("name")
        || !(field.type() instanceof FieldType.Link
            || field.type() instanceof FieldType.Evidence
            || field.type() instanceof FieldType.EstateUnit
            || field.type() instanceof FieldType.ParcelCode
            || field.type() instanceof FieldType.CreditCode
            || field.type() instanceof FieldType.Flag);
  }

  private static Definition renamed(Definition made, RegisterId id) {
    return of(made, id, made.fields());
  }

  private static Definition of(Definition made, RegisterId id, List<Field> fields) {
    return new Definition(
        id,
        made.version(),
        made.name(),
        made.kind(),
        made.help(),
        made.serves(),
        made.key(),
        made.geometry(),
        made.groups(),
        fields,
        made.lifecycle(),
        List.of(),
        List.of(),
        List.of(),
        made.disclosure());
  }
}
