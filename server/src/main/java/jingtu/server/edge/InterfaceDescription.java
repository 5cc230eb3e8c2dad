package jingtu.server.edge;

import jingtu.server.scope.AllowedTo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The interface's own description, OpenAPI 3.1, as it was committed. */
@RestController
class InterfaceDescription {

  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo.Everyone
  Resource openApi() {
    return new ClassPathResource("openapi.json", InterfaceDescription.class);
  }
}
