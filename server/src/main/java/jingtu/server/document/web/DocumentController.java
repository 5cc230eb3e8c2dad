package jingtu.server.document.web;

import java.util.UUID;
import jingtu.server.document.Document;
import jingtu.server.document.DocumentId;
import jingtu.server.document.Documents;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents")
class DocumentController {

  private final Documents documents;

  DocumentController(Documents documents) {
    this.documents = documents;
  }

  /**
   * The file as it was handed in, to be saved and never shown in place: whatever is in it, the
   * browser runs none of it with this site's rights.
   */
  @GetMapping("/{id}/content")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> content(Scope scope, @PathVariable UUID id) {
    Document document =
        documents.find(scope, new DocumentId(id)).orElseThrow(DocumentController::unknown);
    byte[] content =
        documents.findContent(scope, document.id()).orElseThrow(DocumentController::unknown);
    return Download.named(document.name(), MediaType.parseMediaType(document.mediaType()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .body(content);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "document.unknown");
  }
}
