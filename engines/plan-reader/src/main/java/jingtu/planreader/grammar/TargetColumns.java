package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table of targets is laid out: 指标名称 | 单位 | 2020年现状 | 2023年 | 2025年目标.
 *
 * @param indicator the column that names what is measured
 * @param unit the column that names its unit
 * @param values the columns with the values that are wanted
 */
public record TargetColumns(int indicator, Optional<Integer> unit, List<Value> values) {

  private static final Pattern INDICATOR =
      Pattern.compile("^(?:主要|具体|目标|考核|绩效)?指标(?:名称|内容)?$|^目标名称$");
  private static final Pattern UNIT = Pattern.compile("^(?:计量)?单位$");
  private static final Pattern YEAR = Pattern.compile("^(?<year>20[0-9]{2})年?(?:目标值?|指标值?|底|末)?$");
  private static final Pattern VALUE = Pattern.compile("^(?:目标值|指标值|目标|任务量|目标要求)$");
  private static final Pattern UNIT_IN_BRACKET = Pattern.compile("[（(]([^（）()]{1,8})[）)]$");
  private static final Pattern COMPARED =
      Pattern.compile("^(?:[≥≤<>＞＜]|不|达|控制|稳定|保持|完成|提高|降|减少|下降|全覆盖)");
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("^(?<number>[^0-9]{0,8}[0-9]+(?:\\.[0-9]+)?)(?<bound>以上|以下|以内|左右)?$");

  public TargetColumns {
    values = List.copyOf(values);
  }

  /** A column of values, and the year by which they are wanted. */
  public record Value(int column, Optional<Integer> year) {}

  /** Reads a row of headings; empty where they are not those of a table of targets. */
  public static Optional<TargetColumns> of(List<String> headings) {
    int indicator = -1;
    Optional<Integer> unit = Optional.empty();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      Matcher year = YEAR.matcher(heading);
      if (year.matches()) {
        values.add(new Value(i, Optional.of(Integer.valueOf(year.group("year")))));
      } else if (indicator >= 0 && VALUE.matcher(heading).find()) {
        values.add(new Value(i, Optional.empty()));
      } else if (UNIT.matcher(heading).find()) {
        unit = Optional.of(i);
      } else if (INDICATOR.matcher(heading).find()) {
        indicator = i;
      }
    }
    return indicator < 0 || values.isEmpty()
        ? Optional.empty()
        : Optional.of(new TargetColumns(indicator, unit, values));
  }

  /** The sentence that a cell stands for: 回收率（%） and 85以上 → 回收率达到85%以上. */
  public static String sentence(String indicator, String value, String unitCell) {
    Matcher bracket = UNIT_IN_BRACKET.matcher(indicator);
    boolean bracketed = bracket.find();
    String name = bracketed ? indicator.substring(0, bracket.start()) : indicator;
    String unit = unitCell.isEmpty() && bracketed ? bracket.group(1) : unitCell;
    Matcher number = PLAIN_NUMBER.matcher(value);
    String amount =
        number.matches()
            ? number.group("number") + unit + Optional.ofNullable(number.group("bound")).orElse("")
            : value;
    return COMPARED.matcher(amount).find() ? name + amount : name + "达到" + amount;
  }
}
