package jingtu.server.organisation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Each request has an organisation, an area or a succession of its own to work on. */
@TestComponent
public class OrganisationRights implements RightsFixture {

  private static final String SHEET = "/api/organisations/sheet";
  private static final Scope SYSTEM =
      new Scope(new UUID(0, 0), "system", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final ObjectProvider<County> county;
  private final Organisations organisations;
  private final Areas areas;
  private final Successions successions;

  OrganisationRights(
      ObjectProvider<County> county,
      Organisations organisations,
      Areas areas,
      Successions successions) {
    this.county = county;
    this.organisations = organisations;
    this.areas = areas;
    this.successions = successions;
  }

  @Override
  public boolean covers(String path) {
    return path.equals("/api/regions")
        || path.startsWith("/api/organisations")
        || path.startsWith("/api/areas")
        || path.startsWith("/api/successions");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    county.getObject();
    if (path.startsWith(SHEET) && method.equals(HttpMethod.POST)) {
      String text = "单位名称,地区代码\n局 %s,%s\n".formatted(UUID.randomUUID(), region);
      return MockMvcRequestBuilders.multipart(path)
          .file("file", text.getBytes(StandardCharsets.UTF_8));
    }
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(
            method, path.replace("{id}", path.contains("{id}") ? id(path, region).toString() : ""));
    return method.equals(HttpMethod.GET)
        ? request
        : request.contentType(MediaType.APPLICATION_JSON).content(body(method, path, region));
  }

  private UUID id(String path, RegionCode region) {
    if (path.startsWith("/api/areas")) {
      return areas.add(SYSTEM, "区 " + UUID.randomUUID(), AreaKind.OTHER, region).id();
    }
    if (path.startsWith("/api/successions")) {
      LocalDate day = LocalDate.of(2019, 3, 1);
      return successions.add(SYSTEM, made(region), made(region), day, "", "", false).id();
    }
    return made(region);
  }

  private UUID made(RegionCode region) {
    return organisations
        .add(
            SYSTEM,
            OrganisationEntry.named("局 " + UUID.randomUUID(), Optional.of(region), List.of()))
        .id();
  }

  private String body(HttpMethod method, String path, RegionCode region) {
    String organisation =
        """
        {"name": "局 %s", "regionCode": "%s", "aliases": [], "functions": ""}
        """
            .formatted(UUID.randomUUID(), region);
    return switch (method + " " + path) {
      case "POST /api/organisations" -> organisation;
      case "PUT /api/organisations/{id}" ->
          "{\"version\": 0, \"organisation\": %s}".formatted(organisation);
      case "PUT /api/organisations/{id}/end" -> "{\"endedOn\": \"2019-03-01\"}";
      case "PUT /api/organisations/{id}/liaisons" ->
          """
          {"version": 0, "liaisons": [{"name": "某人", "post": "", "telephone": "0000-1"}]}
          """;
      case "POST /api/areas" ->
          """
          {"name": "区 %s", "kind": "FARM", "regionCode": "%s"}
          """
              .formatted(UUID.randomUUID(), region);
      case "PUT /api/areas/{id}" ->
          "{\"name\": \"区 %s\", \"kind\": \"FARM\"}".formatted(UUID.randomUUID());
      case "POST /api/successions" ->
          """
          {"predecessorId": "%s", "successorId": "%s", "effectiveOn": "2019-03-01",
           "function": "", "basis": "", "ends": true}
          """
              .formatted(made(region), made(region));
      default -> "";
    };
  }
}
