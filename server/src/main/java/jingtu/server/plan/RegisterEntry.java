package jingtu.server.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the register says of a plan. It begins with what is printed and what that suggests, and may
 * be corrected; the printed text stays as it is.
 *
 * @param title never blank
 * @param parent the registered plan that this one carries out
 */
public record RegisterEntry(
    String title,
    Optional<String> number,
    Optional<String> issuer,
    Optional<LocalDate> issuedOn,
    PlanKind kind,
    PlanLevel level,
    Validity validity,
    Optional<PlanId> parent) {

  public RegisterEntry {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a plan in the register has a title");
    }
  }

  /** The same, in force from the day of its issue where that is known and is not after its last. */
  RegisterEntry fromItsIssue() {
    boolean fits = issuedOn.isPresent() && Validity.isOne(issuedOn, validity.to());
    Validity since = fits ? new Validity(issuedOn, validity.to()) : validity;
    return new RegisterEntry(title, number, issuer, issuedOn, kind, level, since, parent);
  }

  /** What differs in another entry, as the audit tells of it. */
  String tellChange(RegisterEntry after) {
    Map<String, String> now = after.fields();
    return fields().entrySet().stream()
        .filter(field -> !field.getValue().equals(now.get(field.getKey())))
        .map(field -> field.getKey() + ": " + field.getValue() + " → " + now.get(field.getKey()))
        .collect(Collectors.joining("; "));
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("number", number.orElse("-"));
    fields.put("issuer", issuer.orElse("-"));
    fields.put("issued", issuedOn.map(LocalDate::toString).orElse("-"));
    fields.put("kind", kind.name());
    fields.put("level", level.name());
    fields.put("validity", validity.toString());
    fields.put("parent", parent.map(plan -> plan.value().toString()).orElse("-"));
    return fields;
  }
}
