package jingtu.server.register.definition.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Registers that are shipped are read; each request that defines one defines its own. */
@TestComponent
public class DefinitionRights implements RightsFixture {

  private static final Set<String> PATHS =
      Set.of(
          "/api/registers",
          "/api/registers/{register}",
          "/api/registers/{register}/schema",
          "/api/registers/{register}/definitions",
          "/api/registers/definition-schema",
          "/api/registers/definitions",
          "/api/registers/definitions/check");

  private final AtomicInteger made = new AtomicInteger();

  @Override
  public boolean covers(String path) {
    return PATHS.contains(path);
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (path.contains("{register}")) {
      return MockMvcRequestBuilders.request(method, path, "training");
    }
    return method.equals(HttpMethod.POST)
        ? MockMvcRequestBuilders.request(method, path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body(text("of-rights-" + made.incrementAndGet(), 1, "")))
        : MockMvcRequestBuilders.request(method, path);
  }

  static String body(String text) {
    return JsonMapper.shared().writeValueAsString(Map.of("text", text));
  }

  /** A definition of one field and what follows it. */
  static String text(String id, int version, String more) {
    return """
    register: %s
    version: %d
    name: 试验台账
    kind: 台账
    fields:
      - {id: name, label: 名称, type: text, required: true}
    """
            .formatted(id, version)
        + more;
  }
}
