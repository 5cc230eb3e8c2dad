package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds basis documents among the registered plans, by their number or else by their title. */
public final class BasisLinks {

  private final List<RegisteredPlan> register;

  /** {@code register} is what the asking account sees of it. */
  public BasisLinks(List<RegisteredPlan> register) {
    this.register = List.copyOf(register);
  }

  /** The one plan that is meant; empty where none is, or where several could be. */
  public Optional<RegisteredPlan> find(BasisDocument document) {
    return document
        .number()
        .flatMap(number -> only(plan -> plan.number().filter(n -> same(n, number)).isPresent()))
        .or(() -> only(plan -> plain(plan.title()).equals(plain(document.title()))))
        .or(() -> only(plan -> passesOn(document, plan)))
        .or(() -> only(plan -> isRelativeTo(document, plan)));
  }

  /** A letter that passes a plan on has the plan's title in its own. */
  private static boolean passesOn(BasisDocument document, RegisteredPlan plan) {
    return plain(document.title()).contains(plain(plan.title()))
        && !TitleWords.isRelative(document.title());
  }

  /** “The province's plan” is the one whose title goes on in the same words after its place. */
  private static boolean isRelativeTo(BasisDocument document, RegisteredPlan plan) {
    return TitleWords.isRelative(document.title())
        && plain(plan.title()).endsWith(plain(document.title()));
  }

  private Optional<RegisteredPlan> only(Predicate<RegisteredPlan> meant) {
    List<RegisteredPlan> found = register.stream().filter(meant).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean same(String number, String other) {
    return plain(number).equals(plain(other));
  }

  /** Without white space, and with one kind of bracket, as both are typed in many ways. */
  private static String plain(String words) {
    return words
        .replaceAll("[\\s\\u3000]", "")
        .replaceAll("[\\[［（(【{]", "〔")
        .replaceAll("[\\]］）)】}]", "〕");
  }
}
