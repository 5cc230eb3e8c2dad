package jingtu.server.document.evidence;

import java.util.UUID;
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
          : MockMvcRequestBuilders.request(method, path).param("ids", handedIn(region).toString());
    }
    UUID id = handedIn(region);
    if (path.endsWith("/versions")) {
      return MockMvcRequestBuilders.multipart(path, id).file(file()).param("version", "1");
    }
    return path.endsWith("/removal")
        ? MockMvcRequestBuilders.request(method, path, id)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"reason\": \"传错了\"}")
        : MockMvcRequestBuilders.request(method, path, id, 1);
  }

  private UUID handedIn(RegionCode region) {
    Evidence.Outcome outcome =
        evidence.add(
            county.person(Role.OFFICER, region).scope(),
            region,
            "照片.jpg",
            MadeFiles.of("photo"),
            "");
    return switch (outcome) {
      case Evidence.Outcome.Done(PieceOfEvidence piece) -> piece.id().value();
      default -> throw new AssertionError("not taken in: " + outcome);
    };
  }

  private static MockMultipartFile file() {
    return new MockMultipartFile("file", "照片.jpg", "image/jpeg", MadeFiles.of("photo"));
  }
}
