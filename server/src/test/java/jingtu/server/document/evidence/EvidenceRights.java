package jingtu.server.document.evidence;

import java.util.List;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Evidence, each piece handed in by a colleague for the one request that asks for it. */
@TestComponent
public class EvidenceRights implements RightsFixture {

  private final Evidence evidence;
  private final County county;

  EvidenceRights(Evidence evidence, County county) {
    this.evidence = evidence;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/evidence");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (path.equals("/api/evidence")) {
      return method.equals(HttpMethod.POST)
          ? MockMvcRequestBuilders.multipart(path).file(file()).param("regionCode", region.digits())
          : MockMvcRequestBuilders.request(method, path)
              .param("ids", handedIn(region).value().toString());
    }
    EvidenceId id = handedIn(region);
    if (path.endsWith("/versions")) {
      return replacement(id, 1);
    }
    return path.endsWith("/removal")
        ? removal(method, id)
        : MockMvcRequestBuilders.request(method, path, id.value(), 1);
  }

  /** Every way of changing a piece that has one version: a newer one, taking out, putting back. */
  public static List<AbstractMockHttpServletRequestBuilder<?>> changes(EvidenceId piece) {
    return List.of(
        replacement(piece, 1), removal(HttpMethod.PUT, piece), removal(HttpMethod.DELETE, piece));
  }

  private static AbstractMockHttpServletRequestBuilder<?> replacement(EvidenceId id, int version) {
    return MockMvcRequestBuilders.multipart("/api/evidence/{id}/versions", id.value())
        .file(file())
        .param("version", Integer.toString(version));
  }

  private static AbstractMockHttpServletRequestBuilder<?> removal(
      HttpMethod method, EvidenceId id) {
    return MockMvcRequestBuilders.request(method, "/api/evidence/{id}/removal", id.value())
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"reason\": \"传错了\"}");
  }

  /** A piece that a colleague handed in. */
  public EvidenceId handedIn(RegionCode region) {
    Evidence.Outcome outcome =
        evidence.add(
            county.person(Role.OFFICER, region).scope(),
            region,
            "照片.jpg",
            MadeFiles.of("photo"),
            "");
    return switch (outcome) {
      case Evidence.Outcome.Done(PieceOfEvidence piece) -> piece.id();
      default -> throw new AssertionError("not taken in: " + outcome);
    };
  }

  private static MockMultipartFile file() {
    return new MockMultipartFile("file", "照片.jpg", "image/jpeg", MadeFiles.of("photo"));
  }
}
