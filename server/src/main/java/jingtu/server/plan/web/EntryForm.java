package jingtu.server.plan.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanKind;
import jingtu.server.plan.PlanLevel;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.Validity;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the register says of a plan, as a form shows it and sends it back. */
record EntryForm(
    @NotNull String title,
    @Nullable String number,
    @Nullable String issuer,
    @Nullable LocalDate issuedOn,
    @NotNull PlanKind kind,
    @NotNull PlanLevel level,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable UUID parentId) {

  /** The longest title, number or name, in characters. */
  private static final int LONGEST = 300;

  static EntryForm of(RegisterEntry entry) {
    return new EntryForm(
        entry.title(),
        entry.number().orElse(null),
        entry.issuer().orElse(null),
        entry.issuedOn().orElse(null),
        entry.kind(),
        entry.level(),
        entry.validity().from().orElse(null),
        entry.validity().to().orElse(null),
        entry.parent().map(PlanId::value).orElse(null));
  }

  /** The entry that the form describes, or a problem that names every field at fault. */
  RegisterEntry entry() {
    List<Finding> faults = faults();
    if (!faults.isEmpty()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.entry-faults").with(faults);
    }
    return new RegisterEntry(
        title.strip(),
        words(number),
        words(issuer),
        Optional.ofNullable(issuedOn),
        kind,
        level,
        new Validity(Optional.ofNullable(validFrom), Optional.ofNullable(validTo)),
        Optional.ofNullable(parentId).map(PlanId::new));
  }

  private List<Finding> faults() {
    List<Finding> faults = new ArrayList<>();
    if (title.isBlank()) {
      faults.add(fault("title", Message.of("plan.no-title"), "plan.give-title"));
    }
    addIfLong(faults, "title", Optional.of(title));
    addIfLong(faults, "number", words(number));
    addIfLong(faults, "issuer", words(issuer));
    if (!Validity.isOne(Optional.ofNullable(validFrom), Optional.ofNullable(validTo))) {
      faults.add(fault("validTo", Message.of("plan.validity-reversed"), "plan.give-validity"));
    }
    return faults;
  }

  private static void addIfLong(List<Finding> faults, String field, Optional<String> words) {
    if (words.filter(text -> text.length() > LONGEST).isPresent()) {
      faults.add(fault(field, Message.of("plan.too-long", LONGEST), "plan.shorten"));
    }
  }

  private static Finding fault(String field, Message problem, String remedy) {
    return new Finding(field, problem, Message.of(remedy));
  }

  private static Optional<String> words(@Nullable String field) {
    return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
  }
}
