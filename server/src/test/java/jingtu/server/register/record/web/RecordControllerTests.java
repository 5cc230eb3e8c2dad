package jingtu.server.register.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.register.MadeFiles;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definition.Shape;
import jingtu.server.register.definition.DefinitionText;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeServer
class RecordControllerTests {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired County county;
  @Autowired DefineRegister define;
  @Autowired Evidence evidence;

  private Client coordinator;
  private Client officer;

  @BeforeEach
  void open() {
    coordinator = county.client(Role.COORDINATOR, County.OWN);
    officer = county.client(Role.OFFICER, County.OWN);
    Definition definition =
        new MadeRegister("http")
            .shape(Shape.POLYGON)
            .required("name", MadeRegister.text())
            .sortable("load", MadeRegister.number())
            .field("mass", new FieldType.Quantity("kg", 8, Optional.empty(), Optional.empty()))
            .sortable("day", new FieldType.Date())
            .field("during", new FieldType.Period())
            .field("open", new FieldType.Flag())
            .field("kind", new FieldType.DisclosureMark())
            .field("files", new FieldType.Evidence())
            .hidden("depth", MadeRegister.number(), Role.COORDINATOR)
            .definition();
    define.apply(
        county.person(Role.COORDINATOR, County.OWN).scope(),
        "http.yaml",
        DefinitionText.write(definition));
    assertThat(new RegisterId("http")).isEqualTo(definition.id());
  }

  @Test
  void aRecordTravelsThereAndBack() {
    UUID file =
        MadeFiles.handIn(
            evidence, county.person(Role.COORDINATOR, County.OWN).scope(), County.OWN, "验收意见.txt");
    String values =
        """
        {"name": "甲库", "load": 12.345, "day": "2026-11-29",
         "during": {"from": "2026-01-01", "to": "2026-12-31"}, "open": true, "kind": "open",
         "files": ["%s"], "depth": 3}
        """
            .formatted(file);
    JsonNode made =
        json(
            coordinator.send(
                HttpMethod.POST,
                "/api/registers/http/records",
                """
                {"region": "991101", "values": %s, "geometry": {"type": "Polygon",
                 "coordinates": [[[117, 31], [117.5, 31], [117.5, 31.25], [117, 31]]]}}
                """
                    .formatted(values)),
            201);

    assertThat(made.get("values")).isEqualTo(JSON.readTree(values));
    assertThat(made.get("labels").get("kind").asString()).isEqualTo("主动公开");
    assertThat(made.get("labels").get("region").asString()).isEqualTo("甲县");
    assertThat(made.get("geometry"))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "Polygon",
                 "coordinates": [[[117.0, 31.0], [117.5, 31.0], [117.5, 31.25], [117.0, 31.0]]]}
                """));
    assertThat(made.get("may").get("edit").asBoolean()).isTrue();
    String path = "/api/records/" + made.get("id").asString();
    assertThat(json(coordinator.get(path), 200)).isEqualTo(made);
    JsonNode seen = json(officer.get(path), 200);
    assertThat(seen.get("values").has("depth")).isFalse();
    assertThat(seen.get("may").get("edit").asBoolean()).isFalse();
  }

  @Test
  void theSecondEditorGetsWhatIsDifferent() {
    String path = "/api/records/" + made("甲库").get("id").asString();
    json(patch(path, "{\"version\": 1, \"set\": {\"kind\": \"open\", \"load\": 2}}"), 200);

    JsonNode conflict = json(patch(path, "{\"version\": 1, \"set\": {\"load\": 3}}"), 409);

    assertThat(conflict.get("type").asString()).isEqualTo("/problems/changed-since");
    assertThat(conflict.get("changes"))
        .extracting(
            change ->
                change.get("field").asString()
                    + " "
                    + change.get("before").asString()
                    + "->"
                    + change.get("after").asString())
        .containsExactly("kind ->主动公开", "load ->2");
    JsonNode restored =
        json(
            coordinator.send(
                HttpMethod.POST,
                path + "/history/" + latestChange(path) + "/restore",
                "{\"fields\": [\"load\"]}"),
            200);
    assertThat(restored.get("values").has("load")).isFalse();
    assertThat(restored.get("values").get("kind").asString()).isEqualTo("open");
  }

  private String latestChange(String path) {
    JsonNode change = json(coordinator.get(path + "/history"), 200).get("changes").get(0);
    assertThat(change.get("fields").get(0).get("label").asString()).isEqualTo("字段kind");
    assertThat(change.get("fields").get(0).get("after").asString()).isEqualTo("主动公开");
    return change.get("id").asString();
  }

  @Test
  void faultsAreNamedFieldByFieldInTheReadersLanguage() {
    JsonNode refused =
        json(
            coordinator.send(
                HttpMethod.POST,
                "/api/registers/http/records",
                "{\"region\": \"991101\", \"values\": {\"load\": \"many\", \"nothing\": 1}}"),
            422);
    assertThat(refused.get("type").asString()).isEqualTo("/problems/faults");
    assertThat(refused.get("faults"))
        .extracting(fault -> fault.get("field").asString() + " " + fault.get("message").asString())
        .containsExactlyInAnyOrder("load “字段load”的值类型不对", "nothing 没有字段“nothing”");
    JsonNode checked =
        json(
            coordinator.send(
                HttpMethod.POST,
                "/api/registers/http/records/check",
                "{\"values\": {\"load\": 1.23456}}"),
            200);
    assertThat(checked.get("faults"))
        .extracting(fault -> fault.get("field").asString())
        .containsExactly("name", "load");
  }

  /** A double holds 15 digits; the column 20 before the point and 8 after it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012.345678", // 18 digits
        "9007199254740993", // the first whole number that a double leaves out
        "12345678901234567890.12345678"
      })
  void aNumberComesBackDigitForDigit(String digits) {
    MvcTestResult made =
        coordinator.send(
            HttpMethod.POST,
            "/api/registers/http/records",
            "{\"region\": \"991101\", \"values\": {\"name\": \"甲库\", \"mass\": %s}}"
                .formatted(digits));
    String path = "/api/records/" + json(made, 201).get("id").asString();
    assertThat(Client.body(coordinator.get(path))).contains("\"mass\":" + digits);

    json(patch(path, "{\"version\": 1, \"set\": {\"mass\": 1}}"), 200);
    json(patch(path, "{\"version\": 2, \"set\": {\"mass\": %s}}".formatted(digits)), 200);
    assertThat(Client.body(coordinator.get(path))).contains("\"mass\":" + digits);
    assertThat(Client.body(coordinator.get(path + "/history"))).contains("\"" + digits + "\"");
  }

  @Test
  void aNumberThatTheColumnCannotHoldIsRefused() {
    JsonNode refused =
        json(
            coordinator.send(
                HttpMethod.POST,
                "/api/registers/http/records",
                """
                {"region": "991101", "values": {"name": "甲库", "mass": 123456789012345678901}}
                """),
            422);
    assertThat(refused.get("faults"))
        .extracting(fault -> fault.get("field").asString() + " " + fault.get("message").asString())
        .containsExactly("mass 数值过大");
  }

  @Test
  void aPlaceIsTakenAwayAndABadOneRefused() {
    JsonNode made = made("甲库");
    String path = "/api/records/" + made.get("id").asString();
    json(
        patch(path, "{\"version\": 1, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": 1}}"),
        422);
    JsonNode swapped =
        json(
            patch(
                path,
                """
                {"version": 1, "geometry": {"type": "Polygon",
                 "coordinates": [[[31, 117], [31, 118], [32, 118], [31, 117]]]}}
                """),
            422);
    assertThat(swapped.get("faults").get(0).get("field").asString()).isEqualTo("geometry");
  }

  @Test
  void aListIsFilteredSortedPagedAndCounted() {
    String tag = "批" + System.nanoTime();
    for (int i = 0; i < 5; i++) {
      json(
          coordinator.send(
              HttpMethod.POST,
              "/api/registers/http/records",
              "{\"region\": \"991101\", \"values\": {\"name\": \"%s-%d\", \"load\": %d}}"
                  .formatted(tag, i, i)),
          201);
    }
    String list = "/api/registers/http/records?q=" + tag + "&sort=-load&limit=2&columns=load";
    JsonNode first = json(coordinator.get(list + "&filter=load:from:1&filter=load:in:1,2,4"), 200);
    assertThat(first.get("records"))
        .extracting(record -> record.get("values").toString())
        .containsExactly("{\"load\":4}", "{\"load\":2}");
    JsonNode second =
        json(
            coordinator.get(
                list
                    + "&filter=load:from:1&filter=load:in:1,2,4&after="
                    + first.get("next").asString()),
            200);
    assertThat(second.get("records"))
        .extracting(record -> record.get("values").toString())
        .containsExactly("{\"load\":1}");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(
            json(coordinator.get("/api/registers/http/records/count?q=" + tag), 200)
                .get("count")
                .asInt())
        .isEqualTo(5);
    JsonNode totals =
        json(coordinator.get("/api/registers/http/records/totals?fields=load&q=" + tag), 200);
    assertThat(totals.get("totals").get(0).get("sum").asInt()).isEqualTo(10);
    for (String bad :
        new String[] {
          "filter=load:is", "filter=x", "sort=name", "limit=0", "limit=5000", "batch=first"
        }) {
      json(coordinator.get("/api/registers/http/records?" + bad), 400);
    }
    String ofAnImport = "?batch=00000000-0000-0001-0000-000000000002&q=" + tag;
    assertThat(
            json(coordinator.get("/api/registers/http/records/count" + ofAnImport), 200)
                .get("count")
                .asInt())
        .isZero();
    json(officer.get("/api/registers/http/records?sort=depth"), 400);
  }

  @Test
  void aRecordIsRemovedWithAReasonAndComesBack() {
    String path = "/api/records/" + made("甲库").get("id").asString();
    json(coordinator.send(HttpMethod.DELETE, path + "?version=1", ""), 422);
    assertThat(
            coordinator
                .send(HttpMethod.DELETE, path + "?version=1&reason=重复", "")
                .getResponse()
                .getStatus())
        .isEqualTo(204);
    assertThat(json(coordinator.get(path), 200).get("removed").get("reason").asString())
        .isEqualTo("重复");
    JsonNode back = json(coordinator.send(HttpMethod.POST, path + "/bring-back", ""), 200);
    assertThat(back.get("removed").isNull()).isTrue();
  }

  @Test
  void aViewIsKeptSharedAndShownWithoutWhatIsHidden() {
    String views = "/api/registers/http/views";
    JsonNode made =
        json(
            coordinator.send(
                HttpMethod.POST,
                views,
                """
                {"name": "深库", "shared": true,
                 "query": {"q": "库", "filters": ["depth:from:3", "load:from:1"], "sort": "-depth",
                           "columns": ["name", "depth"], "state": "kept"}}
                """),
            201);
    JsonNode seen = json(officer.get(views), 200).get("views").get(0);
    assertThat(seen.get("mine").asBoolean()).isFalse();
    assertThat(seen.get("query"))
        .isEqualTo(
            JSON.readTree(
                """
                {"q": "库", "filters": ["load:from:1"], "sort": "", "columns": ["name"],
                 "state": "kept"}
                """));
    String path = views + "/" + made.get("id").asString();
    json(
        officer.send(HttpMethod.PUT, path, "{\"name\": \"我的\", \"shared\": false, \"query\": {}}"),
        404);
    assertThat(coordinator.send(HttpMethod.DELETE, path, "").getResponse().getStatus())
        .isEqualTo(204);
  }

  @Test
  void regionAndKeeperAreCorrectedTakenAwayAndGivenBack() {
    String office =
        county.person(Role.OFFICER, County.OWN).scope().organisation().orElseThrow().toString();
    JsonNode wrong = made("错库" + System.nanoTime());
    String path = "/api/records/" + wrong.get("id").asString();

    JsonNode moved =
        json(
            patch(
                path,
                "{\"version\": 1, \"region\": \"991101001\", \"organisation\": \"%s\"}"
                    .formatted(office)),
            200);
    assertThat(moved.get("labels").get("region").asString()).isEqualTo("甲乡");
    assertThat(moved.get("organisation").asString()).isEqualTo(office);
    JsonNode change = json(coordinator.get(path + "/history"), 200).get("changes").get(0);
    assertThat(change.get("fields"))
        .extracting(field -> field.get("field").asString() + " " + field.get("label").asString())
        .containsExactly("organisation 责任单位", "region 行政区划");

    JsonNode loose = json(patch(path, "{\"version\": 2, \"clear\": [\"organisation\"]}"), 200);
    assertThat(loose.get("organisation").isNull()).isTrue();
    JsonNode back =
        json(
            coordinator.send(
                HttpMethod.POST,
                path + "/history/" + change.get("id").asString() + "/restore",
                "{\"fields\": [\"region\"]}"),
            200);
    assertThat(back.get("region").asString()).isEqualTo("991101");

    JsonNode refused = json(patch(path, "{\"version\": 4, \"region\": \"991201\"}"), 403);
    assertThat(refused.get("title").asString()).isEqualTo("不能改到那里");
    json(patch(path, "{\"version\": 4, \"clear\": [\"region\"]}"), 422);
    JsonNode many =
        json(
            coordinator.send(
                HttpMethod.POST,
                "/api/registers/http/records/bulk",
                "{\"ids\": [\"%s\"], \"region\": \"991101001\", \"organisation\": \"%s\"}"
                    .formatted(wrong.get("id").asString(), office)),
            200);
    assertThat(many.get("changed").asInt()).isEqualTo(1);
    assertThat(json(coordinator.get(path), 200).get("region").asString()).isEqualTo("991101001");
  }

  private JsonNode made(String name) {
    return json(
        coordinator.send(
            HttpMethod.POST,
            "/api/registers/http/records",
            "{\"region\": \"991101\", \"values\": {\"name\": \"%s\"}}".formatted(name)),
        201);
  }

  private MvcTestResult patch(String path, String body) {
    return coordinator.send(HttpMethod.PATCH, path, body);
  }

  private static JsonNode json(MvcTestResult answer, int status) {
    String body = Client.body(answer);
    assertThat(answer.getResponse().getStatus()).as(body).isEqualTo(status);
    return JSON.readTree(body);
  }
}
