package jingtu.server.organisation;

import java.util.Set;
import java.util.UUID;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@TestComponent
public class OrganisationRights implements RightsFixture {

  @Override
  public boolean covers(String path) {
    return Set.of("/api/regions", "/api/organisations").contains(path);
  }

  @Override
  public MockHttpServletRequestBuilder request(HttpMethod method, String path, RegionCode region) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, path);
    return method.equals(HttpMethod.GET)
        ? request
        : request
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                """
                {"name": "局 %s", "regionCode": "%s", "aliases": []}
                """
                    .formatted(UUID.randomUUID(), region));
  }
}
