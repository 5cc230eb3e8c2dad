package jingtu.server.access;

import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

@TestComponent
public class AccessRights implements RightsFixture {

  private final ObjectProvider<County> county;
  private final Invitations invitations;
  private final TransactionTemplate transaction;

  AccessRights(
      ObjectProvider<County> county, Invitations invitations, TransactionTemplate transaction) {
    this.county = county;
    this.invitations = invitations;
    this.transaction = transaction;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/account")
        || path.equals("/api/session")
        || path.startsWith("/api/invitations/");
  }

  /** Signing in and choosing a password open another session in place of the one at hand. */
  @Override
  public boolean endsSession(String method, String path) {
    return !path.startsWith("/api/accounts") && !method.equals("GET");
  }

  @Override
  public MockHttpServletRequestBuilder request(HttpMethod method, String path, RegionCode region) {
    County.Person person = county.getObject().person(Role.OFFICER, region);
    String filled =
        path.replace("{id}", person.id().toString())
            .replace("{token}", path.contains("{token}") ? token(person) : "");
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, filled);
    return method.equals(HttpMethod.GET)
        ? request
        : request.contentType(MediaType.APPLICATION_JSON).content(body(method, path, person));
  }

  private String token(County.Person person) {
    String[] secret = new String[1];
    transaction.executeWithoutResult(t -> secret[0] = invitations.issue(person.id()).secret());
    return secret[0];
  }

  private static String body(HttpMethod method, String path, County.Person person) {
    return switch (method + " " + path) {
      case "POST /api/session" ->
          "{\"username\": \"%s\", \"password\": \"%s\"}"
              .formatted(person.username(), person.password());
      case "POST /api/invitations/{token}" -> "{\"password\": \"a horse on the roof\"}";
      case "PUT /api/account/password" ->
          "{\"current\": \"%s\", \"replacement\": \"a horse on the roof\"}"
              .formatted(person.password());
      case "POST /api/accounts" ->
          """
          {"username": "new-%s", "displayName": "新人", "role": "OFFICER", "organisationId": "%s"}
          """
              .formatted(
                  UUID.randomUUID().toString().substring(24),
                  person.scope().organisation().orElseThrow());
      case "PUT /api/accounts/{id}/disabled" -> "{\"disabled\": true}";
      default -> "";
    };
  }
}
