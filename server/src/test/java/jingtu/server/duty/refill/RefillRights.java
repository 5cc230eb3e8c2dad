package jingtu.server.duty.refill;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A form from above that was taken in, and filled, for the one request that asks for it. */
@TestComponent
@Order(0)
public class RefillRights implements RightsFixture {

  private static final ReportingPeriod PERIOD =
      new ReportingPeriod(java.time.LocalDate.of(2026, 3, 1), 1);

  private final KeepForms keepForms;
  private final FillForms fillForms;
  private final County county;

  RefillRights(KeepForms keepForms, FillForms fillForms, County county) {
    this.keepForms = keepForms;
    this.fillForms = fillForms;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/superior-forms");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    SuperiorForm form = added(coordinator, region);
    Object[] names =
        path.contains("{filling}")
            ? new Object[] {form.id().value(), filled(coordinator, form)}
            : path.contains("{ordinal}")
                ? new Object[] {form.id().value(), 1}
                : path.contains("{id}") ? new Object[] {form.id().value()} : new Object[0];
    if (method.equals(HttpMethod.GET)) {
      return MockMvcRequestBuilders.get(path, names);
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (last) {
      case "superior-forms" ->
          MockMvcRequestBuilders.multipart(path)
              .file(file("月报.xlsx", SampleForm.workbook()))
              .param("name", "月报")
              .param("months", "1");
      case "editions" ->
          MockMvcRequestBuilders.multipart(path, names)
              .file(file("月报.xlsx", SampleForm.workbook()))
              .param("version", "1");
      case "mapping-file" ->
          MockMvcRequestBuilders.multipart(path, names)
              .file(file("对应.json", "{\"cells\": []}".getBytes(StandardCharsets.UTF_8)));
      default ->
          MockMvcRequestBuilders.request(method, path, names)
              .contentType(MediaType.APPLICATION_JSON)
              .content(body(last));
    };
  }

  private static String body(String last) {
    return switch (last) {
      case "mapping" -> "{\"version\": 1, \"cells\": []}";
      case "preview", "fillings" -> "{\"first\": \"2026-03-01\", \"typed\": []}";
      default -> "{\"version\": 1, \"name\": \"季报\", \"inUse\": false}";
    };
  }

  private SuperiorForm added(Scope coordinator, RegionCode region) {
    FormOutcome outcome =
        keepForms.add(coordinator, region, "月报", 1, "月报.xlsx", SampleForm.workbook());
    if (outcome instanceof FormOutcome.Done(SuperiorForm form)) {
      return form;
    }
    throw new AssertionError(outcome.toString());
  }

  private UUID filled(Scope coordinator, SuperiorForm form) {
    return fillForms.fill(coordinator, form.id(), PERIOD, Map.of(), Language.ZH).orElseThrow().id();
  }

  private static MockMultipartFile file(String name, byte[] content) {
    return new MockMultipartFile("file", name, null, content);
  }
}
