package jingtu.server.plan.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.jayway.jsonpath.JsonPath;
import jingtu.server.Client;
import net.minidev.json.JSONArray;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file that somebody hands in, as a browser does it. */
final class HandedIn {

  private HandedIn() {}

  static MvcTestResult file(Client client, String name, byte[] content) {
    return client.send(
        multipart("/api/plan-drafts")
            .file(new MockMultipartFile("file", name, "text/plain", content)));
  }

  static String draftId(MvcTestResult handedIn) {
    return JsonPath.read(Client.body(handedIn), "$.id");
  }

  /** Hands a file in and adopts it as it is proposed. */
  static MvcTestResult adopted(Client client, String name, byte[] content) {
    String path = "/api/plan-drafts/" + draftId(file(client, name, content));
    String review = Client.body(client.get(path));
    JSONArray entries = JsonPath.read(review, "$.plans[*].entry");
    return client.send(
        HttpMethod.POST,
        path + "/adoption",
        "{\"fingerprint\": \"%s\", \"entries\": %s}"
            .formatted(JsonPath.<String>read(review, "$.fingerprint"), entries.toJSONString()));
  }
}
