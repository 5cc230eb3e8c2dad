package jingtu.planreader.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.Target.Comparator;

/** Reads 零增长 and 负增长: what is used must not grow, or must fall. A campaign of that name is none. */
final class ZeroGrowth {

  private static final Lexicon<String> MEASURES = Lexicon.words("measures.txt");

  private static final Pattern GROWTH =
      Pattern.compile(
          "(?<subject>[^，,。；;：:]{2,60}?)(?:要|均|都)?(?:努力|力争|基本|继续)?(?:实现|保持|达到)?(?<kind>零增长|负增长|“零增长”|“负增长”)(?!行动|方案|计划|工作|目标|任务)");

  private ZeroGrowth() {}

  static Targets in(TargetPart part) {
    boolean speaksOfIt = part.words().contains("零增长") || part.words().contains("负增长");
    Matcher growth = GROWTH.matcher(part.words());
    if (!speaksOfIt || !growth.find()) {
      return Targets.NONE;
    }
    return Subject.read(growth.group("subject"), part.before())
        .map(subject -> growthOf(part, growth, subject))
        .orElse(Targets.NONE);
  }

  private static Targets growthOf(TargetPart part, Matcher growth, Subject subject) {
    boolean zero = growth.group("kind").contains("零");
    Wanted wanted =
        Wanted.number(zero ? Comparator.AT_MOST : Comparator.BELOW, BigDecimal.ZERO, "%");
    List<TargetPhrase> targets =
        subject.names().stream()
            .map(name -> MEASURES.atEndOf(name).isPresent() ? name : name + "使用量")
            .map(name -> part.target(growth.start(), growth.end(), name + "增长率", subject, wanted))
            .toList();
    return new Targets(targets, Optional.of(subject));
  }
}
