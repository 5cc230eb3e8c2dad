package jingtu.server.plan;

import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Files that wait to be adopted, each handed in for the one request that asks for it. */
@TestComponent
public class DraftRights implements RightsFixture {

  private final DraftImport draftImport;
  private final ReviewDraft reviewDraft;
  private final County county;

  DraftRights(DraftImport draftImport, ReviewDraft reviewDraft, County county) {
    this.draftImport = draftImport;
    this.reviewDraft = reviewDraft;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/plan-drafts") && !RevisionRights.isIts(path);
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (path.contains("{id}")) {
      return ofDraft(method, path, region);
    }
    return method.equals(HttpMethod.POST)
        ? MockMvcRequestBuilders.multipart(path)
            .file(new MockMultipartFile("file", "方案.txt", "text/plain", PlanRights.anyPlan()))
            .param("regionCode", region.digits())
        : MockMvcRequestBuilders.request(method, path);
  }

  private AbstractMockHttpServletRequestBuilder<?> ofDraft(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    DraftId draft = drafted(coordinator, region);
    UUID id = draft.value();
    if (path.endsWith("/adoption")) {
      return MockMvcRequestBuilders.request(method, path, id)
          .contentType(MediaType.APPLICATION_JSON)
          .content(
              """
              {"fingerprint": "%s",
               "entries": [{"title": "某县方案", "kind": "OTHER", "level": "COUNTY"}]}
              """
                  .formatted(fingerprint(coordinator, draft)));
    }
    return path.contains("{item}")
        ? MockMvcRequestBuilders.request(method, path, id, "task-0-0")
        : MockMvcRequestBuilders.request(method, path, id);
  }

  private DraftId drafted(Scope coordinator, RegionCode region) {
    return switch (draftImport.of(coordinator, region, "方案.txt", PlanRights.anyPlan())) {
      case DraftImport.Outcome.Drafted(Draft draft) -> draft.id();
      case DraftImport.Outcome other -> throw new AssertionError("not drafted: " + other);
    };
  }

  private String fingerprint(Scope coordinator, DraftId draft) {
    return switch (reviewDraft.of(coordinator, draft)) {
      case ReviewDraft.Outcome.Read(DraftReading reading) -> reading.fingerprint();
      case ReviewDraft.Outcome other -> throw new AssertionError("not readable: " + other);
    };
  }
}
