package jingtu.server.duty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;

/** The offices of an invented county, and its plan, as {@code /duty/county-plan.txt} has it. */
@TestComponent
public class DutyOffice {

  public static final Scope COORDINATOR = PretendOffice.coordinator(PretendOffice.COUNTY);

  private final Organisations organisations;
  private final ImportPlan importPlan;
  private final Duties duties;

  DutyOffice(Regions regions, Organisations organisations, ImportPlan importPlan, Duties duties) {
    this.organisations = organisations;
    this.importPlan = importPlan;
    this.duties = duties;
    PretendOffice.open(regions);
    add("禾汀县农业农村局", PretendOffice.COUNTY);
    add("禾汀县财政局", PretendOffice.COUNTY);
    add("禾汀县水利局", PretendOffice.COUNTY);
    add("禾汀县数据局", PretendOffice.COUNTY);
    add("东临市生态环境局禾汀分局", PretendOffice.COUNTY, "县生态环境分局");
    add("石漪镇人民政府", PretendOffice.TOWNSHIP);
  }

  /** Brings in the plan, followed by a line of its own, so that no two are the same. */
  public PlanId plan(String mark) {
    return plan("/duty/county-plan.txt", mark);
  }

  /** Brings in another plan of the county. */
  public PlanId plan(String file, String mark) {
    String text = read(file) + "\n" + mark + "\n";
    ImportOutcome outcome =
        importPlan.from(COORDINATOR, PretendOffice.COUNTY, mark + ".txt", text.getBytes(UTF_8));
    if (outcome instanceof ImportOutcome.Imported(var plans)) {
      return plans.getFirst().id();
    }
    throw new IllegalStateException(outcome.toString());
  }

  public Organisation organisation(String name) {
    return organisations.list(COORDINATOR).stream()
        .filter(organisation -> organisation.isCalled(name))
        .findFirst()
        .orElseThrow();
  }

  /** What the sentence of a duty begins with, up to its first comma or stop. */
  public String begins(DutyId duty) {
    return duties.find(COORDINATOR, duty).orElseThrow().sentence().split("[，。]", 2)[0];
  }

  /** Somebody who works in an organisation. */
  public Scope officer(String name) {
    Organisation organisation = organisation(name);
    return new Scope(
        UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
        "officer of " + name,
        Role.OFFICER,
        organisation.region(),
        Optional.of(organisation.id()));
  }

  private void add(String name, RegionCode region, String... aliases) {
    boolean there = organisations.list(COORDINATOR).stream().anyMatch(each -> each.isCalled(name));
    if (!there) {
      organisations.add(
          COORDINATOR, OrganisationEntry.named(name, Optional.of(region), List.of(aliases)));
    }
  }

  /** The rows of a table below its notes and its headings. */
  public static Stream<String> lines(String resource) {
    return read(resource).lines().filter(line -> !line.startsWith("#")).skip(1);
  }

  /** Those statements of a migration of duties that begin so, to be run again. */
  public static List<String> statements(String script, String begins) {
    return Stream.of(read("/db/migration/common/duty/" + script).split(";"))
        .map(String::strip)
        .filter(statement -> statement.startsWith(begins))
        .toList();
  }

  /** A resource as it is. */
  public static String text(String resource) {
    return read(resource);
  }

  static String read(String resource) {
    try (InputStream file = DutyOffice.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
