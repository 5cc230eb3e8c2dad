package jingtu.planreader.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Target.Comparator;

/**
 * Words that set a value for something measured.
 *
 * @param from where they begin
 * @param to where they end
 * @param datedAt the last words of time before this place say by when
 * @param indicator what is measured, without the area before it
 * @param value empty where the number is set elsewhere; then {@code reference} says where
 * @param unit as written; numbers are written out, so never 万亩
 * @param scope the area before the name: 全县
 */
public record TargetPhrase(
    int from,
    int to,
    int datedAt,
    String indicator,
    Comparator comparator,
    Optional<BigDecimal> value,
    String unit,
    Optional<String> baseline,
    Optional<String> reference,
    Optional<String> scope,
    boolean implied,
    boolean aspirational) {

  /** The same target of an area, if neither its own words nor its name say of which. */
  TargetPhrase within(String area) {
    boolean placed = scope.isPresent() || Subject.namesArea(indicator);
    return placed
        ? this
        : new TargetPhrase(
            from,
            to,
            datedAt,
            indicator,
            comparator,
            value,
            unit,
            baseline,
            reference,
            Optional.of(area),
            implied,
            aspirational);
  }

  /** By when the value is wanted, among the words of time of its sentence. */
  public Optional<DatePhrase> by(List<DatePhrase> dates) {
    return dates.stream()
        .filter(date -> date.kind() == DatePhrase.Kind.DATE && date.from() <= datedAt)
        .reduce((earlier, later) -> later);
  }
}
