package jingtu.server.edge;

import java.util.Set;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What belongs to no business module: the description, health, measurements, the error page. */
@TestComponent
public class EdgeRights implements RightsFixture {

  private static final Set<String> PATHS =
      Set.of(
          "/api/openapi.json",
          "/error",
          "/actuator/health",
          "/actuator/health/**",
          "/actuator/prometheus");

  @Override
  public boolean covers(String path) {
    return PATHS.contains(path);
  }

  @Override
  public MockHttpServletRequestBuilder request(HttpMethod method, String path, RegionCode region) {
    return MockMvcRequestBuilders.request(method, path.replace("**", "liveness"));
  }
}
