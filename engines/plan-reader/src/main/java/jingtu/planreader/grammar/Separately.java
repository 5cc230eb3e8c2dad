package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads several amounts that 分别 deals out, to as many things or as many dates.
 *
 * <pre>
 *   target = name { 、 name } 分别 amount { 、 amount }      甲率、乙率分别达到80%、90%
 *          | name date { 、 date } 分别 amount { 、 amount } 甲率2024年、2025年分别达到80%、90%
 * </pre>
 */
final class Separately {

  private static final String SEPARATELY = "分别";

  private Separately() {}

  /** Reads a part in which 分别 stands at a place. */
  static Targets in(TargetPart part, int place, List<Amount> amounts) {
    String before = part.words().substring(Math.max(0, place - Quantities.WINDOW), place);
    Optional<Subject> whole =
        Subject.read(before, part.before())
            .or(() -> namedAfter(part.words().substring(place), amounts, place))
            .or(part::before);
    return whole.map(subject -> dealOut(part, place, amounts, subject)).orElse(Targets.NONE);
  }

  /** 分别完成整治任务的30%、70%, 分别建成2个、3个示范片: what is dealt out stands after the word. */
  private static Optional<Subject> namedAfter(String words, List<Amount> amounts, int place) {
    int first = Math.max(SEPARATELY.length(), amounts.getFirst().subjectEnd() - place);
    String between = words.substring(SEPARATELY.length(), first);
    if (between.contains("完成") && between.endsWith("的")) {
      return Subject.read(between, Optional.empty()).map(Subject::doneShare);
    }
    return Counted.nounIn(words.substring(amounts.getLast().to() - place)).map(Subject::named);
  }

  private static Targets dealOut(TargetPart part, int place, List<Amount> amounts, Subject whole) {
    String joint = whole.scope().orElse("") + String.join("、", whole.names());
    List<String> names = Subject.each(joint, amounts.size());
    List<DatePhrase> dates = datesBefore(part, place, amounts.size());
    List<TargetPhrase> targets = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      Amount amount = amounts.get(i).comparedAs(amounts.getFirst());
      Subject one =
          names.isEmpty() ? whole : Subject.named(names.get(i)).withBaseline(whole.baseline());
      String name = names.isEmpty() ? joint : names.get(i);
      int datedAt =
          dates.isEmpty() || !names.isEmpty() ? part.offset() + place : dates.get(i).from();
      targets.add(
          part.target(place, amount.to(), datedAt, amount.named(name), one, amount.wanted()));
    }
    Subject all = names.isEmpty() ? whole : new Subject(names, whole.scope(), whole.baseline());
    return new Targets(targets, Optional.of(all));
  }

  /** The last dates before a place, if as many stand there side by side. */
  private static List<DatePhrase> datesBefore(TargetPart part, int place, int count) {
    List<DatePhrase> before =
        part.dates().stream().filter(date -> date.to() <= part.offset() + place).toList();
    List<DatePhrase> last = before.subList(Math.max(0, before.size() - count), before.size());
    boolean sideBySide = last.size() == count;
    for (int i = 1; i < last.size(); i++) {
      sideBySide &= last.get(i).from() - last.get(i - 1).to() <= 1;
    }
    return sideBySide ? last : List.of();
  }
}
