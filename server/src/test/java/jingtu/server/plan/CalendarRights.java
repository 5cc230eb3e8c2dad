package jingtu.server.plan;

import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Addresses of calendars, each made for the one request that asks for it. */
@TestComponent
public class CalendarRights implements RightsFixture {

  private final CalendarAddresses addresses;
  private final County county;

  CalendarRights(CalendarAddresses addresses, County county) {
    this.addresses = addresses;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/calendar-addresses") || path.startsWith("/calendar/");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (method.equals(HttpMethod.POST)) {
      return MockMvcRequestBuilders.post(path)
          .contentType(MediaType.APPLICATION_JSON)
          .content("{\"organisation\": \"县水利局\"}");
    }
    if (!path.contains("{")) {
      return MockMvcRequestBuilders.request(method, path);
    }
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    CalendarAddresses.Issued issued = addresses.issue(coordinator, region, "县水利局");
    return MockMvcRequestBuilders.request(
        method, path, path.contains("{id}") ? issued.address().id() : issued.token().secret());
  }
}
