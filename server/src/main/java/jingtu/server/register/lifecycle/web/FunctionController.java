package jingtu.server.register.lifecycle.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Regions;
import jingtu.server.register.lifecycle.Functions;
import jingtu.server.register.lifecycle.Functions.HeldFunction;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which organisations of a region hold the functions that registers name. */
@RestController
@RequestMapping("/api/functions")
class FunctionController {

  private static final String CODE = "\\d{6}|\\d{9}|\\d{12}";

  private final Functions functions;
  private final Regions regions;

  FunctionController(Functions functions, Regions regions) {
    this.functions = functions;
    this.regions = regions;
  }

  /**
   * The functions as a region has them.
   *
   * @param mayAssign whether the account says who holds them there
   */
  record RegionFunctions(String region, boolean mayAssign, List<FunctionView> functions) {}

  /**
   * One function.
   *
   * @param region the one that names the holders; absent where nobody does
   */
  record FunctionView(
      String id,
      String label,
      @Nullable String region,
      List<HolderView> holders,
      List<UseView> uses) {

    static FunctionView of(HeldFunction held) {
      return new FunctionView(
          held.id(),
          held.label(),
          held.region().map(RegionCode::digits).orElse(null),
          held.holders().stream().map(HolderView::of).toList(),
          held.uses().stream()
              .map(use -> new UseView(use.register(), use.steps(), use.duties()))
              .toList());
    }
  }

  record HolderView(UUID id, String name, boolean ended) {
    static HolderView of(Organisation organisation) {
      return new HolderView(
          organisation.id(), organisation.name(), organisation.endedOn().isPresent());
    }
  }

  record UseView(String register, List<String> steps, List<String> duties) {}

  /**
   * Who holds a function in a region.
   *
   * @param organisations none leaves it to the region above
   */
  record Assignment(
      @NotNull @Pattern(regexp = CODE) String region,
      @NotBlank @Size(max = 60) String function,
      @NotNull @Size(max = Functions.MOST_HOLDERS) Set<UUID> organisations) {}

  @GetMapping
  @AllowedTo.Everyone
  RegionFunctions list(
      Scope scope,
      @RequestParam(required = false) @Pattern(regexp = CODE) @Nullable String region) {
    RegionCode asked =
        Optional.ofNullable(region)
            .map(RegionCode::new)
            .or(scope::region)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "register-lifecycle.which-region"));
    return new RegionFunctions(
        asked.digits(),
        mayAssign(scope, asked),
        functions.list(scope, asked).stream().map(FunctionView::of).toList());
  }

  @PutMapping
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  FunctionView assign(Scope scope, @Valid @RequestBody Assignment wanted) {
    return FunctionView.of(
        functions.assign(
            scope, new RegionCode(wanted.region()), wanted.function(), wanted.organisations()));
  }

  private boolean mayAssign(Scope scope, RegionCode region) {
    return (scope.is(Role.ADMINISTRATOR) || scope.is(Role.COORDINATOR))
        && regions.governs(scope, region);
  }
}
