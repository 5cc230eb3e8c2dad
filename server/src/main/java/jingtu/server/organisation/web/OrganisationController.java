package jingtu.server.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.Liaison;
import jingtu.server.organisation.Liaisons;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.RegionLevel;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrganisationController {

  private final Regions regions;
  private final Organisations organisations;
  private final Liaisons liaisons;

  OrganisationController(Regions regions, Organisations organisations, Liaisons liaisons) {
    this.regions = regions;
    this.organisations = organisations;
    this.liaisons = liaisons;
  }

  /** {@code governed} says whether it is the account's own region or lies below it. */
  record RegionView(
      String code, String name, RegionLevel level, @Nullable String parent, boolean governed) {
    static RegionView of(Region region, boolean governed) {
      return new RegionView(
          region.code().digits(),
          region.name(),
          region.level(),
          region.parent().map(RegionCode::digits).orElse(null),
          governed);
    }
  }

  /** What is said of an organisation; without a region the account's own is meant. */
  record OrganisationRequest(
      @NotBlank @Size(max = 100) String name,
      @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String regionCode,
      @Nullable UUID areaId,
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> aliases,
      @Nullable UUID supervisorId,
      @NotNull @Size(max = 1000) String functions) {
    OrganisationEntry entry() {
      return new OrganisationEntry(
          name,
          Optional.ofNullable(regionCode).map(RegionCode::new),
          Optional.ofNullable(areaId),
          aliases,
          Optional.ofNullable(supervisorId),
          functions);
    }
  }

  /** A change, made from a version. */
  record ChangeRequest(@NotNull @Valid OrganisationRequest organisation, int version) {}

  record EndRequest(@NotNull LocalDate endedOn) {}

  record LiaisonRequest(
      @NotBlank @Size(max = 50) String name,
      @NotNull @Size(max = 50) String post,
      @NotNull @Size(max = 50) String telephone) {
    Liaison liaison() {
      return new Liaison(name, post, telephone);
    }
  }

  record LiaisonsRequest(
      @NotNull @Size(max = 20) List<@NotNull @Valid LiaisonRequest> liaisons, int version) {}

  @GetMapping("/api/regions")
  @AllowedTo.Everyone
  List<RegionView> regions(Scope scope) {
    var governed = regions.governedBy(scope);
    return regions.list(scope).stream()
        .map(region -> RegionView.of(region, governed.contains(region.code())))
        .toList();
  }

  @GetMapping("/api/organisations")
  @AllowedTo.Everyone
  List<OrganisationView> organisations(Scope scope) {
    Map<RegionCode, String> names = regions.names(scope);
    var keeper = organisations.keeper(scope);
    var persons = liaisons.list(scope);
    return organisations.list(scope).stream()
        .map(organisation -> OrganisationView.of(organisation, names, keeper, persons))
        .toList();
  }

  @PostMapping("/api/organisations")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  OrganisationView add(Scope scope, @Valid @RequestBody OrganisationRequest request) {
    return view(scope, organisations.add(scope, request.entry()));
  }

  @PutMapping("/api/organisations/{id}")
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  OrganisationView change(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody ChangeRequest request) {
    return view(
        scope, organisations.change(scope, id, request.version(), request.organisation().entry()));
  }

  @PutMapping("/api/organisations/{id}/end")
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  OrganisationView end(Scope scope, @PathVariable UUID id, @Valid @RequestBody EndRequest request) {
    return view(scope, organisations.end(scope, id, request.endedOn()));
  }

  @DeleteMapping("/api/organisations/{id}/end")
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  OrganisationView reopen(Scope scope, @PathVariable UUID id) {
    return view(scope, organisations.reopen(scope, id));
  }

  /** Replaces the liaison persons; an organisation's own officers may do so too. */
  @PutMapping("/api/organisations/{id}/liaisons")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR, Role.OFFICER})
  void nameLiaisons(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody LiaisonsRequest request) {
    liaisons.replace(
        scope,
        id,
        request.version(),
        request.liaisons().stream().map(LiaisonRequest::liaison).toList());
  }

  private OrganisationView view(Scope scope, Organisation organisation) {
    return OrganisationView.of(
        organisation, regions.names(scope), organisations.keeper(scope), liaisons.list(scope));
  }
}
