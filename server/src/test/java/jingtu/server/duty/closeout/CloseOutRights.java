package jingtu.server.duty.closeout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A list of its own for each request, with one item of the office in which the accounts of the
 * region work; it stands where the request may act on it.
 */
@TestComponent
@Order(0)
public class CloseOutRights implements RightsFixture {

  private static final LocalDate DUE = LocalDate.of(2030, 6, 30);

  private final CloseOutLists lists;
  private final CloseOutImports imports;
  private final KeepCloseOutLists keepLists;
  private final KeepItems keepItems;
  private final StrikeOff strikeOff;
  private final Organisations organisations;
  private final County county;

  CloseOutRights(
      CloseOutLists lists,
      CloseOutImports imports,
      KeepCloseOutLists keepLists,
      KeepItems keepItems,
      StrikeOff strikeOff,
      Organisations organisations,
      County county) {
    this.lists = lists;
    this.imports = imports;
    this.keepLists = keepLists;
    this.keepItems = keepItems;
    this.strikeOff = strikeOff;
    this.organisations = organisations;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/close-out-lists");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    if (method.equals(HttpMethod.DELETE)) {
      return MockMvcRequestBuilders.delete(path, list(coordinator).id().value())
          .param("version", "1");
    }
    String act = path.substring(path.lastIndexOf('/') + 1);
    CloseOutItem item = item(coordinator, stateFor(act));
    UUID named =
        path.contains("/items/{id}")
            ? item.id().value()
            : path.contains("/imports/{id}")
                ? imported(coordinator, item).value()
                : item.list().value();
    if (path.contains("{id}/import") && !path.endsWith("/imports")) {
      byte[] table =
          "任务,责任单位,责任人,完成时限\n清理,办公室 %s,程某,2030-06-30\n".formatted(region).getBytes(UTF_8);
      return MockMvcRequestBuilders.multipart(path, named)
          .file(new MockMultipartFile("file", "清单.csv", null, table));
    }
    var request =
        path.contains("{id}")
            ? MockMvcRequestBuilders.request(method, path, named)
            : MockMvcRequestBuilders.request(method, path);
    return method.equals(HttpMethod.GET)
        ? request
        : request.contentType(MediaType.APPLICATION_JSON).content(body(path, act, item));
  }

  /** An import that brought one more item of the office onto the list. */
  private CloseOutImportId imported(Scope coordinator, CloseOutItem item) {
    CloseOutList list = lists.find(coordinator, item.list()).orElseThrow();
    CloseOutEntry entry = item.entry().numbered("2");
    keepItems.addAll(
        coordinator,
        list,
        List.of(
            new KeepItems.Fresh(
                entry, organisations.find(coordinator, item.organisation()).orElseThrow())),
        "清单.csv");
    return imports.list(coordinator, list.id()).getFirst().id();
  }

  private static CloseOutState stateFor(String act) {
    return switch (act) {
      case "striking-off", "return" -> CloseOutState.SUBMITTED;
      case "reopening" -> CloseOutState.STRUCK_OFF;
      default -> CloseOutState.OPEN;
    };
  }

  private String body(String path, String act, CloseOutItem item) {
    if (act.equals("items")) {
      return "{\"task\": \"清理\", \"organisation\": \"%s\", \"person\": \"程某\", \"due\": \"2030-06-30\"}"
          .formatted(item.organisation());
    }
    if (act.equals("take-back")) {
      return "{\"why\": \"导入了两次\"}";
    }
    if (path.contains("/items/{id}")) {
      return body(act.equals("{id}") ? "edit" : act, item, item.version());
    }
    String said =
        "\"name\": \"清零\", \"milestones\": [{\"day\": \"2030-06-30\", \"percent\": 100}]}";
    return path.endsWith("{id}") ? "{\"version\": 1, " + said : "{" + said;
  }

  /** What is sent to do something with an item in a version. */
  public String body(String act, CloseOutItem item, int version) {
    return "{\"version\": %d".formatted(version)
        + switch (act) {
          case "edit" -> ", \"task\": \"改过\", \"person\": \"程某\", \"due\": \"2030-06-30\"}";
          case "submission" -> ", \"words\": \"已清运\"}";
          case "return", "reopening", "removal" -> ", \"why\": \"复核\"}";
          case "transfer" ->
              ", \"organisation\": \"%s\", \"person\": \"田某\", \"why\": \"划转\"}"
                  .formatted(another(item));
          default -> "}";
        };
  }

  private UUID another(CloseOutItem item) {
    Scope keeper = county.person(Role.COORDINATOR, County.OWN).scope();
    String name = "另一办公室";
    return organisations.list(keeper).stream()
        .filter(each -> each.isCalled(name))
        .findFirst()
        .orElseGet(
            () ->
                organisations.add(
                    keeper, OrganisationEntry.named(name, item.organisationRegion(), List.of())))
        .id();
  }

  /** A new list of the region of a coordinator. */
  public CloseOutList list(Scope coordinator) {
    ListOutcome made =
        keepLists.make(
            coordinator,
            new KeepCloseOutLists.Wanted(
                "清零",
                Optional.empty(),
                new Targets(List.of(new Milestone(DUE, 60), new Milestone(DUE.plusDays(9), 100)))));
    if (made instanceof ListOutcome.Done(CloseOutList list)) {
      return list;
    }
    throw new AssertionError(made.toString());
  }

  /** A new item of the office of a coordinator, in a state. */
  public CloseOutItem item(Scope coordinator, CloseOutState state) {
    return item(coordinator, state, List.of());
  }

  /** The same; where it was submitted, these files prove it. */
  public CloseOutItem item(Scope coordinator, CloseOutState state, List<EvidenceId> files) {
    CloseOutEntry entry = new CloseOutEntry("", "清理堆场", "", "程某", "", Optional.of(DUE), "");
    CloseOutItem item =
        done(
            keepItems.add(
                coordinator,
                list(coordinator).id(),
                entry,
                coordinator.organisation().orElseThrow()));
    if (state != CloseOutState.OPEN) {
      item =
          done(
              strikeOff.submit(
                  coordinator,
                  item.id(),
                  item.version(),
                  new CloseOutSubmission("已清运", files, "")));
    }
    return state == CloseOutState.STRUCK_OFF
        ? done(strikeOff.strikeOff(coordinator, item.id(), item.version()))
        : item;
  }

  private static CloseOutItem done(ItemOutcome outcome) {
    if (outcome instanceof ItemOutcome.Done(CloseOutItem item)) {
      return item;
    }
    throw new AssertionError(outcome.toString());
  }
}
