package jingtu.server.register.lifecycle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A record that the region's office keeps and that can go a step, made for the one request. */
@TestComponent
public class LifecycleRights implements RightsFixture {

  private static final RegisterId REGISTER = new RegisterId("rights-of-steps");

  private static final String DEFINITION =
      """
      register: rights-of-steps
      version: 1
      name: 权限试验
      kind: 台账
      fields:
        - {id: name, label: 名称, type: text, required: true}
      lifecycle:
        states:
          - {id: listed, label: 在册}
          - {id: closed, label: 已销号, end: true}
        transitions:
          - {id: close, label: 销号, from: listed, to: closed}
          - {id: accept, label: 验收, from: listed, to: closed, by: [rights-acceptor]}
      """;

  private static final Set<String> COVERED =
      Set.of(
          "/api/functions",
          "/api/records/{id}/steps",
          "/api/records/{id}/steps/evidence",
          "/api/records/{id}/steps/{transition}",
          "/api/registers/{register}/packages",
          "/api/records/{id}/deadlines",
          "/api/records/{id}/related",
          "/api/registers/{register}/records/steps/{transition}",
          "/api/registers/{register}/deadlines");

  private final DefineRegister define;
  private final Records records;
  private final County county;

  LifecycleRights(DefineRegister define, Records records, County county) {
    this.define = define;
    this.records = records;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return COVERED.contains(path);
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    define.apply(coordinator, "rights.yaml", DEFINITION);
    if (path.equals("/api/functions")) {
      return functions(method, path, region, coordinator);
    }
    RecordView record =
        records.create(
            coordinator,
            REGISTER,
            new RecordDraft(
                region,
                coordinator.organisation(),
                Map.of("name", new FieldValue.Words("甲库")),
                Optional.empty()));
    String address =
        path.replace("{id}", record.id().toString())
            .replace("{register}", REGISTER.value())
            .replace("{transition}", "close");
    return MockMvcRequestBuilders.request(method, address)
        .param("until", "2026-12-31")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            path.startsWith("/api/records")
                ? "{\"version\": 1}"
                : "{\"ids\": [\"%s\"]}".formatted(record.id()));
  }

  private static AbstractMockHttpServletRequestBuilder<?> functions(
      HttpMethod method, String path, RegionCode region, Scope coordinator) {
    return method.equals(HttpMethod.GET)
        ? MockMvcRequestBuilders.request(method, path).param("region", region.digits())
        : MockMvcRequestBuilders.request(method, path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                """
                {"region": "%s", "function": "rights-acceptor", "organisations": ["%s"]}
                """
                    .formatted(region, coordinator.organisation().orElseThrow()));
  }
}
