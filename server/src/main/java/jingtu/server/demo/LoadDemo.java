package jingtu.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.access.Account;
import jingtu.server.access.DemoAccounts;
import jingtu.server.access.NewAccount;
import jingtu.server.duty.Rhythms;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.RoundCalendar;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterSheets;
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
 * organisations, two people with passwords drawn anew, its plan, the city's plan above it, a
 * round-up that runs on every day of the year, and a few records in each register.
 */
@Component
@ConditionalOnBooleanProperty("jingtu.demo")
class LoadDemo implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(LoadDemo.class);

  private static final int MONTHLY = 1;
  private static final int DUE_ON = 5;

  private final Regions regions;
  private final DemoDirectory directory;
  private final DemoAccounts accounts;
  private final ImportPlan importPlan;
  private final RegisterSheets sheets;
  private final Rhythms rhythms;
  private final RoundCalendar calendar;
  private final OpenRounds openRounds;

  LoadDemo(
      Regions regions,
      DemoDirectory directory,
      DemoAccounts accounts,
      ImportPlan importPlan,
      RegisterSheets sheets,
      Rhythms rhythms,
      RoundCalendar calendar,
      OpenRounds openRounds) {
    this.regions = regions;
    this.directory = directory;
    this.accounts = accounts;
    this.importPlan = importPlan;
    this.sheets = sheets;
    this.rhythms = rhythms;
    this.calendar = calendar;
    this.openRounds = openRounds;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    directory.load();
    openAccounts().stream()
        .filter(account -> account.role() == Role.COORDINATOR)
        .map(Account::scope)
        .findFirst()
        .ifPresent(
            coordinator -> {
              importPlans(coordinator);
              openRounds.keep();
              fillRegisters(coordinator);
            });
  }

  private List<Account> openAccounts() {
    Map<String, Organisation> byName = directory.organisations();
    List<Account> opened = new ArrayList<>();
    for (String[] cells : DemoFile.ACCOUNTS.rows()) {
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

  /** What somebody has changed or taken back since the first start stays so. */
  private void fillRegisters(Scope coordinator) {
    RegionCode county = coordinator.region().orElseThrow();
    for (String[] cells : DemoFile.RECORDS.rows()) {
      RegisterId register = new RegisterId(cells[0]);
      if (!sheets.wasHandedIn(coordinator, register, cells[2])) {
        sheets.takeIn(coordinator, register, county, cells[2], DemoFile.bytes(cells[1]));
      }
    }
  }

  /** The coordinator brings in the county's plans; those above are there without one. */
  private void importPlans(Scope coordinator) {
    for (String[] cells : DemoFile.PLANS.rows()) {
      RegionCode region = new RegionCode(cells[1]);
      importPlan(
          regions.governs(coordinator, region) ? coordinator : DemoDirectory.START,
          region,
          cells[0]);
    }
  }

  /** From the first day of a month, so that the demo shows a round-up whenever it is started. */
  private void reportEveryMonth(Scope scope, RegionCode region, PlanId plan) {
    if (scope.is(Role.COORDINATOR)) {
      rhythms.choose(scope, plan, Set.of(MONTHLY));
      calendar.keep(scope, region, RoundCalendar.Days.usual(MONTHLY, 1, DUE_ON));
    }
  }

  private void importPlan(Scope scope, RegionCode region, String fileName) {
    ImportOutcome outcome = importPlan.from(scope, region, fileName, DemoFile.bytes(fileName));
    switch (outcome) {
      case ImportOutcome.Imported imported -> {
        LOG.debug("{} came in", fileName);
        reportEveryMonth(scope, region, imported.plans().getFirst().id());
      }
      case ImportOutcome.AlreadyImported present -> LOG.debug("{} was there", fileName);
      case ImportOutcome.Refused refused ->
          throw new IllegalStateException("the demo's " + fileName + " is refused: " + refused);
      case ImportOutcome.NotYourRegion other ->
          throw new IllegalStateException(
              "the demo's " + fileName + " is of another region: " + other);
    }
  }
}
