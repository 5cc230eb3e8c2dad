package jingtu.server.document.evidence.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.document.evidence.MadeFiles;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What browsers are told about evidence. */
@WholeServer
class EvidenceControllerTests {

  @Autowired County county;

  @Test
  void aFileIsSavedAndNeverShownInPlace() throws IOException {
    MvcTestResult content = officer().get(address("批复 1.pdf", MadeFiles.pdf(1)) + "/content");

    assertThat(content)
        .hasStatusOk()
        .hasContentType(MediaType.APPLICATION_PDF)
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .hasHeader("Cross-Origin-Resource-Policy", "same-origin")
        .hasHeader("X-Frame-Options", "DENY");
    assertThat(content.getResponse().getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E6%89%B9%E5%A4%8D%201.pdf");
    assertThat(content.getResponse().getHeader("Cache-Control")).contains("no-store");
    assertThat(content.getResponse().getContentAsByteArray()).startsWith("%PDF".getBytes(US_ASCII));
  }

  @Test
  void onlyWhatWasDrawnHereIsShownInPlace() throws IOException {
    MvcTestResult preview =
        officer().get(address("照片.jpg", MadeFiles.photo(400, 300, 6)) + "/preview");

    assertThat(preview)
        .hasStatusOk()
        .hasContentType(MediaType.IMAGE_JPEG)
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .hasHeader("Cache-Control", "max-age=28800, private");
    assertThat(preview.getResponse().getHeader("Content-Disposition")).startsWith("inline;");
    BufferedImage seen =
        ImageIO.read(new ByteArrayInputStream(preview.getResponse().getContentAsByteArray()));
    assertThat(seen.getWidth()).isEqualTo(300);
    assertThat(seen.getHeight()).isEqualTo(400);
  }

  @Test
  void pagesAreAskedForOneByOne() throws IOException {
    String address = address("批复.pdf", MadeFiles.pdf(2));

    assertThat(officer().get(address + "/preview?page=2"))
        .hasStatusOk()
        .hasContentType(MediaType.IMAGE_PNG);
    assertThat(officer().get(address + "/preview?page=3")).hasStatus(404);
    assertThat(Client.body(officer().get(address + "/preview?page=3"))).contains("没有预览");
  }

  @Test
  void aRefusalSaysWhatIsWrongAndWhatToDo() throws IOException {
    MvcTestResult refused = handIn(officer().speaking("en"), "IMG_1.HEIC", heic());

    assertThat(refused).hasStatus(422);
    assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("/problems/refused");
    assertThat(refused).bodyJson().extractingPath("$.findings[0].place").isEqualTo("IMG_1.HEIC");
    assertThat(Client.body(refused)).contains("HEIC photo of an iPhone", "export the photo");
    assertThat(Client.body(handIn(officer().speaking("zh"), "IMG_1.HEIC", heic())))
        .contains("兼容性最佳");
  }

  @Test
  void twoEditorsAreToldApart() throws IOException {
    MvcTestResult made = handIn(officer(), "批复.pdf", MadeFiles.pdf(1));
    String id = JsonPath.read(Client.body(made), "$.id");

    assertThat(replace(id, 1)).hasStatus(201);
    MvcTestResult second = replace(id, 1);
    assertThat(second).hasStatus(409);
    assertThat(Client.body(second)).contains("第 2 版");
  }

  @Test
  void aRemovalNeedsAReasonAndCanBeTakenBack() throws IOException {
    MvcTestResult made = handIn(officer(), "批复.pdf", MadeFiles.pdf(1));
    String path = "/api/evidence/" + JsonPath.<String>read(Client.body(made), "$.id") + "/removal";

    assertThat(officer().send(HttpMethod.PUT, path, "{\"reason\": \"  \"}")).hasStatus(422);
    MvcTestResult removed = officer().send(HttpMethod.PUT, path, "{\"reason\": \"传错了\"}");
    assertThat(removed).bodyJson().extractingPath("$.removal.reason").isEqualTo("传错了");
    assertThat(officer().send(HttpMethod.DELETE, path, ""))
        .bodyJson()
        .doesNotHavePath("$.removal.reason");
  }

  @Test
  void noMoreIsAskedForAtOnceThanAnAddressHolds() {
    String ids =
        IntStream.range(0, 101)
            .mapToObj(i -> new java.util.UUID(0, i).toString())
            .collect(Collectors.joining(","));

    assertThat(officer().get("/api/evidence?ids=" + ids)).hasStatus(422);
    assertThat(officer().get("/api/evidence?ids=" + ids.substring(37))).hasStatusOk();
  }

  private static byte[] heic() {
    return "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(ISO_8859_1);
  }

  private Client officer() {
    return county.client(Role.OFFICER, County.OWN);
  }

  private String address(String name, byte[] content) {
    MvcTestResult made = handIn(officer(), name, content);
    assertThat(made).hasStatus(201);
    return "/api/evidence/" + JsonPath.<String>read(Client.body(made), "$.id") + "/versions/1";
  }

  private static MvcTestResult handIn(Client client, String name, byte[] content) {
    return client.send(
        MockMvcRequestBuilders.multipart("/api/evidence")
            .file(new MockMultipartFile("file", name, "application/octet-stream", content)));
  }

  private MvcTestResult replace(String id, int version) throws IOException {
    return officer()
        .send(
            MockMvcRequestBuilders.multipart("/api/evidence/{id}/versions", id)
                .file(new MockMultipartFile("file", "新.pdf", "", MadeFiles.pdf(1)))
                .param("version", Integer.toString(version)));
  }
}
