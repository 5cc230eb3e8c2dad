package jingtu.server.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.access.Account;
import jingtu.server.access.DemoAccounts;
import jingtu.server.access.NewAccount;
import jingtu.server.organisation.ImportOrganisations;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.RegionSheet;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * At each start with {@code --demo} makes sure that the invented county is there: its regions, its
 * organisations, two people with passwords drawn anew, its plan, and the city's plan above it.
 */
@Component
@ConditionalOnBooleanProperty("jingtu.demo")
class LoadDemo implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(LoadDemo.class);
  private static final Scope START =
      new Scope(new UUID(0, 0), "demo", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final Regions regions;
  private final Organisations organisations;
  private final ImportOrganisations importOrganisations;
  private final DemoAccounts accounts;
  private final ImportPlan importPlan;

  LoadDemo(
      Regions regions,
      Organisations organisations,
      ImportOrganisations importOrganisations,
      DemoAccounts accounts,
      ImportPlan importPlan) {
    this.regions = regions;
    this.organisations = organisations;
    this.importOrganisations = importOrganisations;
    this.accounts = accounts;
    this.importPlan = importPlan;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    regions.load(RegionSheet.read(DemoFile.REGIONS.text()).regions());
    addOrganisations();
    openAccounts().stream()
        .filter(account -> account.role() == Role.COORDINATOR)
        .map(Account::scope)
        .findFirst()
        .ifPresent(this::importPlans);
  }

  private void addOrganisations() {
    try {
      Path sheet = Files.createTempFile("demo", ".csv");
      try {
        Files.write(sheet, DemoFile.ORGANISATIONS.bytes());
        mustBeSound(importOrganisations.addMissing(START, sheet));
      } finally {
        Files.delete(sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hand in the demo's organisations", e);
    }
  }

  private static void mustBeSound(ImportOrganisations.Outcome outcome) {
    if (!(outcome instanceof ImportOrganisations.Outcome.Read read) || !read.findings().isEmpty()) {
      throw new IllegalStateException("the demo's organisations are faulty: " + outcome);
    }
  }

  private List<Account> openAccounts() {
    Map<String, Organisation> byName =
        organisations.list(START).stream()
            .collect(toMap(Organisation::name, identity(), (a, b) -> a));
    List<Account> opened = new ArrayList<>();
    for (String line : DemoFile.ACCOUNTS.text().lines().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      Organisation organisation =
          Optional.ofNullable(byName.get(cells[3]))
              .orElseThrow(() -> new IllegalStateException("the demo has no " + cells[3]));
      opened.add(
          accounts.open(
              new NewAccount(
                  cells[0], cells[1], Role.valueOf(cells[2]), Optional.of(organisation.id())),
              organisation));
    }
    return opened;
  }

  /** The coordinator brings in the county's plans; those above are there without one. */
  private void importPlans(Scope coordinator) {
    for (String line : DemoFile.PLANS.text().lines().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      RegionCode region = new RegionCode(cells[1]);
      importPlan(regions.governs(coordinator, region) ? coordinator : START, region, cells[0]);
    }
  }

  private void importPlan(Scope scope, RegionCode region, String fileName) {
    ImportOutcome outcome = importPlan.from(scope, region, fileName, DemoFile.bytes(fileName));
    switch (outcome) {
      case ImportOutcome.Imported imported -> LOG.debug("{} came in", fileName);
      case ImportOutcome.AlreadyImported present -> LOG.debug("{} was there", fileName);
      case ImportOutcome.Refused refused ->
          throw new IllegalStateException("the demo's " + fileName + " is refused: " + refused);
      case ImportOutcome.NotYourRegion other ->
          throw new IllegalStateException(
              "the demo's " + fileName + " is of another region: " + other);
    }
  }
}
