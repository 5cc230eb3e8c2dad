package jingtu.server.duty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * The duties of a plan that is imported for the one request that asks for them; one stands in the
 * list of the office in which the accounts of the region work.
 */
@TestComponent
@Order(0)
public class DutyRights implements RightsFixture {

  /** Leads the one task of the plan, and is nobody in the directory. */
  public static final String LEAD = "县萤石局";

  /** Takes part in it. */
  public static final String PARTICIPANT = "县云母局";

  /** Starts the clock of the task. */
  private static final String EVENT = "接到清查通知后三十日内";

  /** What is done with a part of a duty. */
  private static final List<String> ON_PARTS = List.of("/offer", "/acceptance", "/withdrawal");

  private final ImportPlan importPlan;
  private final KeepDuties keepDuties;
  private final HandDown handDown;
  private final Organisations organisations;
  private final County county;
  private final Clock clock;

  DutyRights(
      ImportPlan importPlan,
      KeepDuties keepDuties,
      HandDown handDown,
      Organisations organisations,
      County county,
      Clock clock) {
    this.importPlan = importPlan;
    this.keepDuties = keepDuties;
    this.handDown = handDown;
    this.organisations = organisations;
    this.county = county;
    this.clock = clock;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/duties")
        || path.startsWith("/api/home")
        || path.startsWith("/api/plans/{plan}/duties")
        || path.equals("/api/plans/{plan}/rhythms");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    PlanId plan = imported(coordinator, region);
    Organisation office =
        organisations.find(coordinator, coordinator.organisation().orElseThrow()).orElseThrow();
    List<Duty> given = keepDuties.assign(coordinator, plan, LEAD, Set.of(office));
    Duty whole = given.getFirst();
    UUID duty =
        ON_PARTS.stream().anyMatch(path::endsWith)
            ? handed(coordinator, whole).value()
            : whole.id().value();
    var request =
        path.contains("{plan}")
            ? MockMvcRequestBuilders.request(method, path, plan.value())
            : path.contains("{id}")
                ? MockMvcRequestBuilders.request(method, path, duty)
                : MockMvcRequestBuilders.request(method, path);
    return method.equals(HttpMethod.GET)
        ? request.param("event", EVENT).param("day", OfficeDay.today(clock).toString())
        : request
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                switch (path.substring(path.lastIndexOf('/') + 1)) {
                  case "occurrences" ->
                      "{\"event\": \"%s\", \"happening\": \"二号堆场\", \"day\": \"%s\"}"
                          .formatted(EVENT, OfficeDay.today(clock));
                  case "waking" -> "{\"ids\": [\"%s\"], \"awake\": false}".formatted(duty);
                  case "reporting" -> "{\"version\": 1, \"reports\": false}";
                  case "assignment" ->
                      "{\"name\": \"%s\", \"organisations\": [\"%s\"]}"
                          .formatted(PARTICIPANT, office.id());
                  case "rhythms" -> "{\"months\": [1, 12]}";
                  case "parts" -> "{\"parts\": [{\"name\": \"大槐村\"}]}";
                  case "offer" -> "{\"version\": 1, \"content\": \"逐户登记\"}";
                  case "acceptance" -> "{\"version\": 1, \"accepted\": true, \"why\": \"电话\"}";
                  case "withdrawal" -> "{\"version\": 1, \"why\": \"重复\"}";
                  case "passing-on" ->
                      "{\"version\": 1, \"organisation\": \"%s\", \"why\": \"职能划转\"}"
                          .formatted(another(coordinator, region).id());
                  default -> "";
                });
  }

  /**
   * A part that the office of the region handed to a village, as it may change and take it back.
   */
  private DutyId handed(Scope coordinator, Duty whole) {
    Part part = new Part(Optional.empty(), "大槐村", "", "", Optional.empty());
    return switch (handDown.hand(coordinator, whole.id(), List.of(part))) {
      case PartOutcome.Done(List<Duty> parts) -> parts.getFirst().id();
      case PartOutcome other -> throw new AssertionError("not handed down: " + other);
    };
  }

  private Organisation another(Scope coordinator, RegionCode region) {
    return organisations.add(
        coordinator,
        new OrganisationEntry(
            "县" + UUID.randomUUID(),
            Optional.of(region),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ""));
  }

  private PlanId imported(Scope coordinator, RegionCode region) {
    byte[] file =
        """
        某县萤石治理方案

        一、主要任务

        （一）清查堆场。%s，逐个登记，编号 %s。（%s牵头，%s参与）
        """
            .formatted(EVENT, UUID.randomUUID(), LEAD, PARTICIPANT)
            .getBytes(UTF_8);
    return switch (importPlan.from(coordinator, region, "方案.txt", file)) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst().id();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }
}
