package jingtu.server.register.definition.web;

import static jingtu.server.register.definition.web.DefinitionRights.body;
import static jingtu.server.register.definition.web.DefinitionRights.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Registers as the interface tells of them and takes them. */
@WholeServer
class RegisterControllerTests {

  private static final String POSTED = "/api/registers/definitions";

  @Autowired County county;

  private Client coordinator;
  private Client officer;

  @BeforeEach
  void signIn() {
    coordinator = county.client(Role.COORDINATOR, County.OWN);
    officer = county.client(Role.OFFICER, County.OWN);
  }

  private static String said(MvcTestResult answer) throws UnsupportedEncodingException {
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void aRegisterIsToldOfWithItsStatesAndItsCount() {
    assertThat(officer.get("/api/registers"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying(
            "$.registers[?(@.id == 'training')].states[0].label",
            label -> assertThat(label).asArray().containsExactly("计划"))
        .hasPathSatisfying(
            "$.registers[?(@.id == 'training')].count",
            count -> assertThat(count).asArray().containsExactly(0));
  }

  @Test
  void aStepIsToldOfWithWhatItAsksFor() {
    assertThat(officer.get("/api/registers/training"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.lifecycle.transitions[0].id", id -> assertThat(id).isEqualTo("hold"))
        .hasPathSatisfying(
            "$.lifecycle.transitions[0].fields",
            fields -> assertThat(fields).asArray().containsExactly("attended"))
        .hasPathSatisfying(
            "$.lifecycle.transitions[0].evidence",
            kinds -> assertThat(kinds).asArray().containsExactly("签到表"))
        .hasPathSatisfying(
            "$.lifecycle.transitions[*].reasonNeeded",
            needed -> assertThat(needed).asArray().containsExactly(false, false, true));
  }

  @Test
  void aHiddenFieldIsNotToldOfToThoseWhoDoNotSeeIt() throws UnsupportedEncodingException {
    assertThat(said(coordinator.get("/api/registers/training"))).contains("\"cost\"", "经费");
    assertThat(said(coordinator.get("/api/registers/training/schema"))).contains("\"cost\"");
    for (String path : new String[] {"/api/registers/training", "/api/registers/training/schema"}) {
      assertThat(said(officer.get(path))).contains("\"passed\"").doesNotContain("cost", "经费");
    }
    assertThat(officer.get("/api/registers/training"))
        .bodyJson()
        .hasPathSatisfying("$.text", text -> assertThat(text).isNull())
        .hasPathSatisfying("$.mayEdit", may -> assertThat(may).isEqualTo(false));
  }

  @Test
  void theSchemaOfARecordTakesWhatTheRegisterTakes() throws UnsupportedEncodingException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(said(officer.get("/api/registers/training/schema")), InputFormat.JSON);
    String good =
        "{\"title\": \"班\", \"audience\": \"farmers\", \"held_on\": \"2026-05-01\", \"days\": 1.5}";
    assertThat(schema.validate(good, InputFormat.JSON)).isEmpty();
    for (String bad :
        new String[] {
          good.replace("farmers", "nobody"),
          good.replace("2026-05-01", "1. Mai"),
          good.replace("1.5", "1.55"),
          good.replace("1.5", "91"),
          good.replace("\"title\": \"班\", ", ""),
          good.replace("title", "tilte"),
        }) {
      assertThat(schema.validate(bad, InputFormat.JSON)).as(bad).isNotEmpty();
    }
  }

  @Test
  void theSchemaOfDefinitionsIsServed() {
    assertThat(officer.get("/api/registers/definition-schema"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.title", title -> assertThat(title).isEqualTo("台账定义"));
  }

  @Test
  void aTextIsCheckedThenAppliedThenOvertaken() {
    String first = text("from-editor", 1, "");
    assertThat(coordinator.send(HttpMethod.POST, POSTED + "/check", body(first)))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.faults", faults -> assertThat(faults).asArray().isEmpty())
        .hasPathSatisfying("$.plan[0].kind", kind -> assertThat(kind).isEqualTo("new-table"))
        .hasPathSatisfying("$.plan[1].field", field -> assertThat(field).isEqualTo("name"));
    assertThat(coordinator.send(HttpMethod.POST, POSTED, body(first)))
        .hasStatus(201)
        .bodyJson()
        .hasPathSatisfying("$.text", text -> assertThat(text).isEqualTo(first));
    assertThat(coordinator.send(HttpMethod.POST, POSTED, body(first)))
        .hasStatus(409)
        .bodyJson()
        .hasPathSatisfying("$.type", type -> assertThat(type).isEqualTo("/problems/overtaken"));
    assertThat(officer.get("/api/registers/from-editor")).hasStatusOk();
  }

  @Test
  void theVersionsOfARegisterAreListedWithWhatEachChanged() {
    String first = text("versioned", 1, "");
    String second =
        text(
            "versioned",
            2,
            """
              - {id: note, label: 备注, type: text}
              - {id: cost, label: 经费, type: number, roles: [coordinator]}
            """);
    for (String applied : new String[] {first, second}) {
      assertThat(coordinator.send(HttpMethod.POST, POSTED, body(applied))).hasStatus(201);
    }
    String versions = "/api/registers/versioned/definitions";
    assertThat(coordinator.get(versions))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying(
            "$.versions[*].version", said -> assertThat(said).asArray().containsExactly(2, 1))
        .hasPathSatisfying("$.versions[0].by", by -> assertThat(by).asString().isNotBlank())
        .hasPathSatisfying("$.versions[0].origin", origin -> assertThat(origin).isEqualTo("EDITOR"))
        .hasPathSatisfying(
            "$.versions[0].changes",
            said -> assertThat(said).asArray().containsExactly("新增字段“备注”", "新增字段“经费”"))
        .hasPathSatisfying(
            "$.versions[1].changes", said -> assertThat(said).asArray().containsExactly("第一版"));
    assertThat(officer.get(versions))
        .bodyJson()
        .hasPathSatisfying(
            "$.versions[0].changes",
            said -> assertThat(said).asArray().containsExactly("新增字段“备注”"));
    assertThat(officer.get("/api/registers/nothing/definitions")).hasStatus(404);
  }

  @Test
  void aFaultyTextIsToldOfLineByLineInTheReadersLanguage() {
    String faulty = text("faulty", 1, "  - {id: name, label: 又名, typ: text}\n");
    assertThat(coordinator.send(HttpMethod.POST, POSTED, body(faulty)))
        .hasStatus(422)
        .bodyJson()
        .hasPathSatisfying("$.faults[0].line", line -> assertThat(line).isEqualTo(7))
        .hasPathSatisfying("$.faults[0].path", path -> assertThat(path).isEqualTo("fields[1].typ"))
        .hasPathSatisfying(
            "$.faults[0].problem", said -> assertThat(said).asString().contains("是否为“type”"));
    assertThat(
            county
                .newClient(Role.COORDINATOR, County.OWN)
                .speaking("en")
                .send(HttpMethod.POST, POSTED + "/check", body(faulty)))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying(
            "$.faults[0].problem", said -> assertThat(said).asString().contains("is 'type' meant"));
    assertThat(officer.get("/api/registers/faulty")).hasStatus(404);
    assertThat(officer.get("/api/registers/Not An Id")).hasStatus(404);
  }
}
