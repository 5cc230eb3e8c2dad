package jingtu.server.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.NewOrganisation;
import jingtu.server.organisation.Organisation;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrganisationController {

  private final Regions regions;
  private final Organisations organisations;

  OrganisationController(Regions regions, Organisations organisations) {
    this.regions = regions;
    this.organisations = organisations;
  }

  record RegionView(String code, String name, RegionLevel level, @Nullable String parent) {
    static RegionView of(Region region) {
      return new RegionView(
          region.code().digits(),
          region.name(),
          region.level(),
          region.parent().map(RegionCode::digits).orElse(null));
    }
  }

  record OrganisationView(UUID id, String name, @Nullable String regionCode, List<String> aliases) {
    static OrganisationView of(Organisation organisation) {
      return new OrganisationView(
          organisation.id(),
          organisation.name(),
          organisation.region().map(RegionCode::digits).orElse(null),
          organisation.aliases());
    }
  }

  /** An organisation to add; without a region it takes the account's. */
  record OrganisationRequest(
      @NotBlank @Size(max = 100) String name,
      @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String regionCode,
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> aliases) {
    NewOrganisation toOrganisation() {
      return new NewOrganisation(
          name, Optional.ofNullable(regionCode).map(RegionCode::new), aliases);
    }
  }

  @GetMapping("/api/regions")
  @AllowedTo.Everyone
  List<RegionView> regions(Scope scope) {
    return regions.list(scope).stream().map(RegionView::of).toList();
  }

  @GetMapping("/api/organisations")
  @AllowedTo.Everyone
  List<OrganisationView> organisations(Scope scope) {
    return organisations.list(scope).stream().map(OrganisationView::of).toList();
  }

  @PostMapping("/api/organisations")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.ADMINISTRATOR)
  OrganisationView add(Scope scope, @Valid @RequestBody OrganisationRequest request) {
    return OrganisationView.of(organisations.add(scope, request.toOrganisation()));
  }
}
