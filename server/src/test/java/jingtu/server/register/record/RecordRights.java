package jingtu.server.register.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionText;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A register with a record that the region's office keeps, made for the one request. */
@TestComponent
public class RecordRights implements RightsFixture {

  private static final String RECORD = "/api/records/{id}";
  private static final String RECORDS = "/api/registers/{register}/records";
  private static final String VIEWS = "/api/registers/{register}/views";
  private static final Set<String> COVERED =
      Set.of(
          RECORD,
          RECORD + "/bring-back",
          RECORD + "/history",
          RECORD + "/retired",
          RECORD + "/history/{change}/restore",
          RECORD + "/comments",
          RECORDS,
          RECORDS + "/count",
          RECORDS + "/totals",
          RECORDS + "/check",
          RECORDS + "/bulk",
          VIEWS,
          VIEWS + "/{id}");
  private static final String VIEW =
      "{\"name\": \"视图\", \"shared\": true, \"query\": {\"q\": \"甲\"}}";

  private final DefineRegister define;
  private final Records records;
  private final SavedViews views;
  private final County county;

  RecordRights(DefineRegister define, Records records, SavedViews views, County county) {
    this.define = define;
    this.records = records;
    this.views = views;
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
    RegisterId register = register(coordinator);
    if (path.startsWith(RECORD)) {
      return ofRecord(method, path, coordinator, register, region);
    }
    if (path.equals(VIEWS + "/{id}")) {
      UUID view =
          views
              .add(
                  coordinator,
                  register,
                  "视图",
                  true,
                  new SavedViews.Question("", List.of(), "", List.of(), ""))
              .id();
      return json(MockMvcRequestBuilders.request(method, path, register, view), VIEW);
    }
    return json(
        MockMvcRequestBuilders.request(method, path, register), body(path, coordinator, region));
  }

  private AbstractMockHttpServletRequestBuilder<?> ofRecord(
      HttpMethod method, String path, Scope coordinator, RegisterId register, RegionCode region) {
    RecordView record =
        records.create(
            coordinator,
            register,
            new RecordDraft(
                region,
                coordinator.organisation(),
                Map.of("name", new FieldValue.Words("甲库")),
                Optional.empty()));
    if (path.endsWith("/bring-back")) {
      records.remove(coordinator, record.id(), 1, "重复");
    }
    Object id = record.id().value();
    if (path.contains("{change}")) {
      records.change(
          coordinator, record.id(), 1, RecordEdit.of(Map.of("name", new FieldValue.Words("乙库"))));
      UUID change = records.history(coordinator, record.id()).getFirst().id();
      return json(
          MockMvcRequestBuilders.request(method, path, id, change), "{\"fields\": [\"name\"]}");
    }
    String body =
        path.endsWith("/comments")
            ? "{\"text\": \"已核\"}"
            : "{\"version\": 1, \"set\": {\"name\": \"丙库\"}}";
    return json(MockMvcRequestBuilders.request(method, path, id), body)
        .param("version", "1")
        .param("reason", "重复");
  }

  private static String body(String path, Scope coordinator, RegionCode region) {
    return switch (path) {
      case RECORDS ->
          """
          {"region": "%s", "organisation": "%s", "values": {"name": "甲库"}}
          """
              .formatted(region, coordinator.organisation().orElseThrow());
      case RECORDS + "/check" -> "{\"values\": {\"name\": \"甲库\"}}";
      case RECORDS + "/bulk" -> "{\"ids\": [], \"set\": {\"name\": \"甲库\"}}";
      default -> VIEW;
    };
  }

  /** The same for every request; the second time it is there. */
  private RegisterId register(Scope coordinator) {
    Definition definition =
        new MadeRegister("rights-of-records").field("name", MadeRegister.text()).definition();
    define.apply(coordinator, "made.yaml", DefinitionText.write(definition));
    return definition.id();
  }

  private static AbstractMockHttpServletRequestBuilder<?> json(
      AbstractMockHttpServletRequestBuilder<?> request, String body) {
    return request.contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
