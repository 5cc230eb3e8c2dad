package jingtu.server.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.plan.CalendarAddress;
import jingtu.server.plan.CalendarAddresses;
import jingtu.server.plan.OrganisationCalendar;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.server.scope.SecretToken;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarAddressController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarAddresses addresses;
  private final OrganisationCalendar calendar;

  CalendarAddressController(CalendarAddresses addresses, OrganisationCalendar calendar) {
    this.addresses = addresses;
    this.calendar = calendar;
  }

  /** {@code organisation} is the name as plans write it. */
  record NewCalendarAddress(@NotBlank @Size(max = 200) String organisation) {}

  /** An address without its secret, which nobody can see again. */
  record CalendarAddressView(UUID id, String organisation, Instant createdAt, String createdBy) {
    static CalendarAddressView of(CalendarAddress address) {
      return new CalendarAddressView(
          address.id(), address.organisation(), address.createdAt(), address.createdByName());
    }
  }

  /** A new address; {@code path} holds the secret and is told this once. */
  record IssuedCalendarAddress(UUID id, String organisation, String path) {}

  @GetMapping("/api/calendar-addresses")
  @AllowedTo(Role.COORDINATOR)
  List<CalendarAddressView> list(Scope scope) {
    return addresses.list(scope).stream().map(CalendarAddressView::of).toList();
  }

  @PostMapping("/api/calendar-addresses")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  IssuedCalendarAddress issue(Scope scope, @Valid @RequestBody NewCalendarAddress wanted) {
    var region =
        scope.region().orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "plan.no-region"));
    var issued = addresses.issue(scope, region, wanted.organisation().strip());
    return new IssuedCalendarAddress(
        issued.address().id(),
        issued.address().organisation(),
        "/calendar/" + issued.token().secret() + ".ics");
  }

  @DeleteMapping("/api/calendar-addresses/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void withdraw(Scope scope, @PathVariable UUID id) {
    if (!addresses.withdraw(scope, id)) {
      throw unknown();
    }
  }

  /** What calendar programs fetch: whoever has the address has the dates. */
  @GetMapping("/calendar/{secret}.ics")
  @AllowedTo.Anybody
  ResponseEntity<String> calendar(@PathVariable String secret) {
    CalendarAddress address =
        addresses.find(new SecretToken(secret)).orElseThrow(CalendarAddressController::unknown);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .body(calendar.of(address));
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown-calendar");
  }
}
