package jingtu.server.organisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.organisation.Succession;
import jingtu.server.organisation.Successions;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who took over from whom. */
@RestController
@RequestMapping("/api/successions")
class SuccessionController {

  private final Successions successions;

  SuccessionController(Successions successions) {
    this.successions = successions;
  }

  /** {@code function} is empty where everything passed on. */
  record SuccessionView(
      UUID id,
      UUID predecessorId,
      UUID successorId,
      LocalDate effectiveOn,
      String function,
      String basis) {
    static SuccessionView of(Succession succession) {
      return new SuccessionView(
          succession.id(),
          succession.predecessor(),
          succession.successor(),
          succession.on(),
          succession.function(),
          succession.basis());
    }
  }

  /** {@code ends} says whether the predecessor ends on that day. */
  record SuccessionRequest(
      @NotNull UUID predecessorId,
      @NotNull UUID successorId,
      @NotNull LocalDate effectiveOn,
      @NotNull @Size(max = 200) String function,
      @NotNull @Size(max = 200) String basis,
      @NotNull Boolean ends) {}

  @GetMapping
  @AllowedTo.Everyone
  List<SuccessionView> list(Scope scope) {
    return successions.list(scope).stream().map(SuccessionView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  SuccessionView add(Scope scope, @Valid @RequestBody SuccessionRequest request) {
    return SuccessionView.of(
        successions.add(
            scope,
            request.predecessorId(),
            request.successorId(),
            request.effectiveOn(),
            request.function(),
            request.basis(),
            request.ends()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.ADMINISTRATOR, Role.COORDINATOR})
  void remove(Scope scope, @PathVariable UUID id) {
    successions.remove(scope, id);
  }
}
