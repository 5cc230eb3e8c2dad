package jingtu.server.audit;

import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@TestComponent
public class AuditRights implements RightsFixture {

  @Override
  public boolean covers(String path) {
    return path.equals("/api/audit");
  }

  @Override
  public MockHttpServletRequestBuilder request(HttpMethod method, String path, RegionCode region) {
    return MockMvcRequestBuilders.request(method, path);
  }
}
