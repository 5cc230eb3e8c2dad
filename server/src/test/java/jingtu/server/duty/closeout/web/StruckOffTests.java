package jingtu.server.duty.closeout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.EvidenceRights;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.duty.DutyOffice;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.server.duty.closeout.CloseOutLists;
import jingtu.server.duty.closeout.CloseOutRights;
import jingtu.server.duty.closeout.CloseOutState;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What every role may do with an item through the API, where it stands: as a table says that was
 * written before the code. What was struck off changes only by being opened again.
 */
@WholeServer
class StruckOffTests {

  @Autowired County county;
  @Autowired CloseOutRights closeOut;
  @Autowired CloseOutLists lists;
  @Autowired EvidenceRights files;
  @Autowired Evidence evidence;

  private static Stream<String> steps() {
    return DutyOffice.lines("/duty/closeout/steps.csv");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyRoleMayWhatTheTableSays(String line) {
    List<String> cells = List.of(line.split("\\|"));
    CloseOutState state = CloseOutState.valueOf(cells.get(0));
    String act = cells.get(1);

    List<String> answers = new ArrayList<>();
    answers.add(answer(state, act, Role.COORDINATOR, County.OWN));
    answers.add(answer(state, act, Role.OFFICER, County.OWN));
    answers.add(answer(state, act, Role.COORDINATOR, County.FOREIGN));
    answers.add(answer(state, act, Role.OFFICER, County.FOREIGN));
    for (Role role : Role.values()) {
      if (role.runsTheSystem()) {
        for (RegionCode region : List.of(County.OWN, County.FOREIGN)) {
          assertThat(answer(state, act, role, region)).as(role.name()).isEqualTo(cells.get(6));
        }
      }
    }
    assertThat(answers).containsExactlyElementsOf(cells.subList(2, 6));
  }

  /** The status of the answer; an answer that refuses has changed nothing. */
  private String answer(CloseOutState state, String act, Role role, RegionCode region) {
    Scope keeper = county.person(Role.COORDINATOR, County.OWN).scope();
    CloseOutItem item = closeOut.item(keeper, state);
    int known = lists.history(keeper, item.id()).size();
    int status =
        send(county.client(role, region), act, item, item.version()).getResponse().getStatus();
    if (status >= 300) {
      assertThat(lists.findItem(keeper, item.id())).contains(item);
      assertThat(lists.history(keeper, item.id())).hasSize(known);
    }
    return String.valueOf(status);
  }

  @Test
  void nobodyChangesTheFilesOfAStruckOffItemUntilItIsOpenedAgain() {
    Scope keeper = county.person(Role.COORDINATOR, County.OWN).scope();
    EvidenceId file = files.handedIn(County.OWN);
    CloseOutItem item = closeOut.item(keeper, CloseOutState.STRUCK_OFF, List.of(file));
    PieceOfEvidence piece = evidence.find(keeper, file).orElseThrow();
    Client client = county.client(Role.COORDINATOR, County.OWN);

    for (Role role : Role.values()) {
      for (RegionCode region : List.of(County.OWN, County.FOREIGN)) {
        for (var change : EvidenceRights.changes(file)) {
          int status = county.client(role, region).send(change).getResponse().getStatus();
          assertThat(status).as(role + " " + region).isIn(403, 404, 409);
        }
      }
    }

    assertThat(evidence.find(keeper, file)).hasValue(piece);
    MvcTestResult refused = client.send(EvidenceRights.changes(file).getFirst());
    assertThat(refused).hasStatus(409);
    assertThat(Client.body(refused)).contains("\"place\":\"清理堆场\"", "清单“清零”的第 1 条已经销号", "重新打开这一条");
    assertThat(send(client, "reopening", item, item.version())).hasStatus(200);
    for (var change : EvidenceRights.changes(file)) {
      assertThat(client.send(change).getResponse().getStatus()).isIn(200, 201);
    }
  }

  @Test
  void theSecondIsToldWhatTheFirstDid() {
    Scope keeper = county.person(Role.COORDINATOR, County.OWN).scope();
    CloseOutItem item = closeOut.item(keeper, CloseOutState.OPEN);
    Client client = county.client(Role.COORDINATOR, County.OWN);
    assertThat(send(client, "edit", item, 1)).hasStatus(200);

    MvcTestResult second = send(client, "submission", item, 1);

    assertThat(second).hasStatus(409);
    assertThat(Client.body(second))
        .contains("\"current\"", "\"changes\"", "\"before\":\"清理堆场\"", "\"after\":\"改过\"");
  }

  @Test
  void refusalsNameTheFieldInBothLanguages() {
    Scope keeper = county.person(Role.COORDINATOR, County.OWN).scope();
    CloseOutItem item = closeOut.item(keeper, CloseOutState.OPEN);
    String form = "{\"version\": 1, \"task\": \"\", \"person\": \"程某\", \"due\": \"2030-06-30\"}";
    String path = "/api/close-out-lists/items/" + item.id().value();
    assertThat(
            Client.body(
                county.newClient(Role.COORDINATOR, County.OWN).send(HttpMethod.PUT, path, form)))
        .contains("\"place\":\"task\"", "没有写明问题（任务）");
    assertThat(
            Client.body(
                county
                    .newClient(Role.COORDINATOR, County.OWN)
                    .speaking("en")
                    .send(HttpMethod.PUT, path, form)))
        .contains("The problem or task is missing");
  }

  private MvcTestResult send(Client client, String act, CloseOutItem item, int version) {
    String path = "/api/close-out-lists/items/" + item.id().value();
    String body = closeOut.body(act, item, version);
    return act.equals("edit")
        ? client.send(HttpMethod.PUT, path, body)
        : client.send(HttpMethod.POST, path + "/" + act, body);
  }
}
