package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.Amount.Comparison;

/**
 * Reads numbers with the words that say of what.
 *
 * <pre>
 *   target = subject amount                  回收率 达到80%以上, 亩均用量 13.6公斤以下
 *          | area amount                     （城区处理率达到95%，） 乡镇 达到60%
 *          | verb share [ 的 ] thing          完成 60%以上 整治任务
 *          | maker number unit thing         建成 3个 示范区               {@link Counted}
 *          | subjects 分别 amounts            甲率、乙率 分别 达到1%、2%      {@link Separately}
 * </pre>
 */
final class Quantities {

  /** The subject of a number stands within this many characters before it. */
  static final int WINDOW = 90;

  /** An area that stands for itself and the measure before it is named briefly. */
  private static final int LONGEST_AREA = 8;

  /** 至少建成1个: the verb stands between the comparison and the number. */
  private static final Pattern SAYS_LEAST = Pattern.compile("(?:至少|不少于).{2,4}$");

  private static final Lexicon<String> UNITLESS = Lexicon.words("unitless-measures.txt");

  private final TargetPart part;
  private final List<TargetPhrase> found = new ArrayList<>();
  private Optional<Subject> last;
  private boolean counting;

  private Quantities(TargetPart part) {
    this.part = part;
    this.last = part.before();
  }

  static Targets in(TargetPart part) {
    List<Amount> amounts = Amount.in(part.words());
    int separately = part.words().indexOf("分别");
    return separately > 0 && amounts.size() > 1
        ? Separately.in(part, separately, amounts)
        : new Quantities(part).read(amounts);
  }

  private Targets read(List<Amount> amounts) {
    int start = 0;
    for (Amount amount : amounts) {
      read(amount, Math.max(start, amount.from() - WINDOW));
      start = amount.to();
    }
    return found.isEmpty() ? Targets.NONE : new Targets(found, last);
  }

  private void read(Amount amount, int start) {
    String before = part.words().substring(start, Math.max(start, amount.subjectEnd()));
    String after = part.words().substring(amount.to());
    Optional<String> counted = Counted.name(before, after, amount, counting);
    counting = counted.isPresent();
    if (counted.isPresent()) {
      Amount wanted = amount.atLeastIf(SAYS_LEAST.matcher(before).find());
      add(wanted, start, Subject.named(counted.get()));
    } else if (!amount.spelled() || amount.comparison().isPresent()) {
      measured(amount, start, before, Counted.nounIn(after));
    }
  }

  private void measured(Amount amount, int start, String before, Optional<String> thing) {
    Optional<Subject> subject = subject(before, amount);
    boolean measured = subject.filter(Subject::isMeasured).isPresent();
    if (amount.isShare() && !measured && thing.isPresent() && partsOut(amount, start)) {
      add(amount, start, shareOf(before, thing.get()));
      return;
    }
    if (amount.isShare() && !measured && isDone(before)) {
      subject
          .map(Subject::doneShare)
          .or(() -> last.filter(Subject::isMeasured))
          .ifPresent(read -> remember(amount, start, read));
      return;
    }
    boolean attribute = amount.comparison().isEmpty() && !measured && isAttribute(amount);
    if (attribute) {
      return;
    }
    boolean says =
        amount.comparison().isPresent()
            || amount.bound().isPresent()
            || (measured && (amount.isShare() || isDone(before) || Counted.makes(before)));
    if (amount.unit().isEmpty() && !isUnitless(subject)) {
      return;
    }
    boolean copula = amount.compares(Comparison.EQUAL) && !measured;
    if (says && !copula) {
      subject.ifPresent(read -> remember(amount, start, read));
    }
  }

  private void remember(Amount amount, int start, Subject subject) {
    last = Optional.of(subject);
    add(
        amount,
        start,
        amount.origin().isPresent() ? subject.withBaseline(amount.origin()) : subject);
  }

  private void add(Amount amount, int start, Subject subject) {
    for (String name : subject.names()) {
      found.add(part.target(start, amount.to(), amount.named(name), subject, amount.wanted()));
    }
  }

  /** What is measured; where the words leave it out, what was measured before. */
  private Optional<Subject> subject(String before, Amount amount) {
    Optional<Subject> said =
        Subject.read(before, last).map(subject -> subject.completedBy(part.deed()));
    Optional<Subject> known =
        last.filter(subject -> amount.comparison().isPresent() && subject.isMeasured());
    if (said.isEmpty()) {
      return known;
    }
    boolean area =
        !said.get().isMeasured() && said.get().names().getFirst().length() <= LONGEST_AREA;
    return known
        .filter(subject -> area && amount.isShare() && subject.names().size() == 1)
        .map(subject -> subject.in(said.get()))
        .or(() -> said);
  }

  /** 30亩以上的经营主体: says of which kind somebody is. */
  private boolean isAttribute(Amount amount) {
    return !amount.isShare() && part.words().startsWith("的", amount.to());
  }

  private static boolean isUnitless(Optional<Subject> subject) {
    return subject.filter(it -> UNITLESS.atEndOf(it.names().getLast()).isPresent()).isPresent();
  }

  /** 整治任务完成60%, 完成整治任务的60%. */
  private static boolean isDone(String before) {
    return before.endsWith("完成") || (before.endsWith("的") && before.contains("完成"));
  }

  /** 60%以上整治任务, 不少于10%的企业: whether the share is one of the thing after it. */
  private boolean partsOut(Amount amount, int start) {
    boolean of = part.words().startsWith("的", amount.to()) && amount.subjectEnd() > start;
    return amount.comparison().isEmpty() || (of && amount.compares(Comparison.AT_LEAST));
  }

  /** 完成60%以上整治任务, 覆盖80%以上的行政村: so much of something. */
  private Subject shareOf(String before, String thing) {
    int covers = before.lastIndexOf("覆盖");
    if (covers > 0) {
      String covered =
          Subject.read(before.substring(0, covers).replaceFirst("实现", ""), last)
              .map(subject -> subject.names().getFirst())
              .orElse("");
      return new Subject(
          List.of(covered + "覆盖" + thing + "比例"), Subject.scopeIn(before), Optional.empty());
    }
    if (Subject.named(thing).isMeasured()) {
      return new Subject(List.of(thing), Subject.scopeIn(before), Optional.empty());
    }
    String share = thing + (before.contains("完成") ? "完成率" : "比例");
    return new Subject(List.of(share), Subject.scopeIn(before), Optional.empty());
  }
}
