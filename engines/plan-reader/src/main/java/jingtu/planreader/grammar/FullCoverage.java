package jingtu.planreader.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 全覆盖 as the share of a hundred per cent that it implies. */
final class FullCoverage {

  private static final Pattern COVERAGE =
      Pattern.compile("(?<subject>[^，,。；;：:]{2,60}?)(?:整[省市县区]|全[省市县区域])?(?:实现|达到)?全覆盖");

  private FullCoverage() {}

  static Targets in(TargetPart part) {
    Matcher coverage = COVERAGE.matcher(part.words());
    if (!part.words().contains("全覆盖") || !coverage.find()) {
      return Targets.NONE;
    }
    return Subject.read(coverage.group("subject"), Optional.empty())
        .map(
            subject ->
                part.target(
                    coverage.start(),
                    coverage.end(),
                    subject.names().getFirst() + "覆盖率",
                    subject.withBaseline(Optional.empty()),
                    Wanted.all()))
        .map(target -> new Targets(List.of(target), Optional.empty()))
        .orElse(Targets.NONE);
  }
}
