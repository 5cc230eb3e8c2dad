package jingtu.server.duty.round.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jingtu.server.document.evidence.EvidencePackage;
import jingtu.server.document.evidence.EvidencePackages;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.proof.PackProof;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Packages of what proves the reports. */
@RestController
@RequestMapping("/api/round-ups/packages")
class ProofController {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final PackProof packs;

  ProofController(PackProof packs) {
    this.packs = packs;
  }

  /**
   * The lines whose files are packed.
   *
   * @param earlier whether those of earlier periods go along
   */
  record ProofPackageForm(
      @NotEmpty @Size(max = EvidencePackages.MOST) List<UUID> lines, boolean earlier) {}

  /** A numbered .zip with a catalogue, written while it is read. */
  @PostMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  void packProof(
      Scope scope,
      @Valid @RequestBody ProofPackageForm form,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    List<LineId> lines = form.lines().stream().map(LineId::new).toList();
    EvidencePackage made =
        switch (packs
            .prepare(scope, lines, form.earlier(), RequestLanguage.of(request))
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "round.no-lines"))) {
          case EvidencePackages.Outcome.Prepared(EvidencePackage ready) -> ready;
          case EvidencePackages.Outcome.Faulty(var findings) ->
              throw Problem.of(HttpStatus.CONFLICT, "round.faulty-catalogue").with(findings);
          case EvidencePackages.Outcome.TooMany(int count) ->
              throw Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "round.package-too-large",
                  count,
                  EvidencePackages.MOST);
        };
    Download.named(made.fileName(), ZIP)
        .header("X-Content-Type-Options", "nosniff")
        .build()
        .getHeaders()
        .forEach((header, values) -> response.setHeader(header, values.getFirst()));
    made.writeTo(response.getOutputStream());
  }
}
