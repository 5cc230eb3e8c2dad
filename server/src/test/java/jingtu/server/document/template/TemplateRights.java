package jingtu.server.document.template;

import jingtu.server.RightsFixture;
import jingtu.server.scope.RegionCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The templates of whoever asks: everybody who may change any changes those of the own region. */
@TestComponent
public class TemplateRights implements RightsFixture {

  private static final String KIND = "task-table";
  private static final String FORMAT = "docx";

  private final Templates templates;

  TemplateRights(Templates templates) {
    this.templates = templates;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/templates");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    if (path.equals("/api/templates")) {
      return MockMvcRequestBuilders.request(method, path);
    }
    if (path.contains("{ordinal}")) {
      return MockMvcRequestBuilders.request(method, path, KIND, FORMAT, 0);
    }
    if (method.equals(HttpMethod.PUT)) {
      return MockMvcRequestBuilders.request(method, path, KIND, "xlsx")
          .contentType(MediaType.APPLICATION_JSON)
          .content("{\"ordinal\": 0, \"version\": 0}");
    }
    if (method.equals(HttpMethod.POST)) {
      var kind = templates.findKind(KIND, TemplateFormat.WORD).orElseThrow();
      byte[] content = kind.shippedTemplate(TemplateFormat.WORD);
      return MockMvcRequestBuilders.multipart(path, KIND, FORMAT)
          .file(new MockMultipartFile("file", "模板.docx", kind.key(), content))
          .param("version", "0");
    }
    return MockMvcRequestBuilders.request(method, path, KIND, FORMAT);
  }
}
