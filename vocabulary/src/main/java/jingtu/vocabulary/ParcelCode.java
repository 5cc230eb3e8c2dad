package jingtu.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * The code by which systems of the ecological administration know a parcel of construction land.
 *
 * @param code in capitals
 * @param form which of the known forms it has; empty where none
 */
public record ParcelCode(String code, Optional<ParcelCodes.Form> form) {

  /** What cannot be vouched for: that the form is unknown, or known from memory only. */
  public List<Message> doubts() {
    if (form.isEmpty()) {
      return List.of(Message.of("codes.parcel-form", code));
    }
    return form.get().confidence().unverified()
        ? List.of(Message.of("codes.parcel-unverified", code, form.get().name()))
        : List.of();
  }

  @Override
  public String toString() {
    return code;
  }
}
