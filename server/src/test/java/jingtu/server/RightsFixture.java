package jingtu.server;

import jingtu.server.scope.RegionCode;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/**
 * Makes the request with which {@link RightsTests} tries the addresses of one resource. A module
 * adds its own as a {@code @TestComponent} that its {@code @WholeServer} context imports through
 * {@link RightsFixtures}.
 */
public interface RightsFixture {

  /** Whether this fixture knows the mapping, written as in the controller. */
  boolean covers(String path);

  /**
   * A request that succeeds for whoever may make it: path variables and body name something that
   * was made for this one request in {@code region}.
   */
  AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region);

  /**
   * Whether the request ends the session or the account that makes it, so that each needs its own.
   */
  default boolean endsSession(String method, String path) {
    return false;
  }
}
