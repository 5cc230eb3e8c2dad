package jingtu.planreader;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a plan says of itself.
 *
 * @param title as printed, without white space
 * @param number document number 文号, such as 某政发〔2021〕8号
 * @param issuer who issued it, as printed
 * @param date the day of issue
 * @param addressees to whom it is sent, as printed
 * @param basis titles of the documents that it names as its basis, as printed
 * @param disclosure disclosure or secrecy mark as printed, such as 主动公开 or 秘密
 */
public record Head(
    Span span,
    String title,
    Optional<String> number,
    Optional<String> issuer,
    Optional<LocalDate> date,
    List<String> addressees,
    List<String> basis,
    Optional<String> disclosure) {

  public Head {
    addressees = List.copyOf(addressees);
    basis = List.copyOf(basis);
  }
}
