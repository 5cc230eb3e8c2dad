package jingtu.server.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import jingtu.server.organisation.Area;
import jingtu.server.organisation.AreaKind;
import jingtu.server.organisation.Areas;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Areas without a code: development zones, management areas, farms. */
@RestController
@RequestMapping("/api/areas")
class AreaController {

  private final Areas areas;

  AreaController(Areas areas) {
    this.areas = areas;
  }

  record AreaView(UUID id, String name, AreaKind kind, String regionCode) {
    static AreaView of(Area area) {
      return new AreaView(area.id(), area.name(), area.kind(), area.region().digits());
    }
  }

  record AreaRequest(
      @NotBlank @Size(max = 100) String name,
      @NotNull AreaKind kind,
      @NotNull @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String regionCode) {}

  /** What may change: the area stays in its region. */
  record AreaChange(@NotBlank @Size(max = 100) String name, @NotNull AreaKind kind) {}

  @GetMapping
  @AllowedTo.Everyone
  List<AreaView> list(Scope scope) {
    return areas.list(scope).stream().map(AreaView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  AreaView add(Scope scope, @Valid @RequestBody AreaRequest request) {
    return AreaView.of(
        areas.add(scope, request.name(), request.kind(), new RegionCode(request.regionCode())));
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  AreaView change(Scope scope, @PathVariable UUID id, @Valid @RequestBody AreaChange request) {
    return AreaView.of(areas.change(scope, id, request.name(), request.kind()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  void remove(Scope scope, @PathVariable UUID id) {
    areas.remove(scope, id);
  }
}
