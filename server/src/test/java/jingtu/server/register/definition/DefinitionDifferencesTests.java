package jingtu.server.register.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.Test;

/** What two versions of a definition are said to differ in. */
class DefinitionDifferencesTests {

  private static final String BEFORE =
      """
      register: yard
      version: 1
      name: 堆场
      kind: 台账
      key: [name]
      fields:
        - {id: name, label: 名称, type: text, required: true}
        - {id: load, label: 库容, type: quantity, unit: 吨}
        - {id: note, label: 备注, type: text}
        - {id: gone, label: 旧项, type: text}
        - {id: cost, label: 经费, type: number, roles: [coordinator]}
        - {id: seen, label: 公开项, type: text}
      lifecycle:
        states: {open: 在用, closed: 已停}
        transitions:
          - {id: close, label: 停用, from: open, to: closed}
      rules:
        - {id: small, test: "load < 100.0", message: 库容应小于一百}
      """;

  private static final String AFTER =
      """
      register: yard
      version: 2
      name: 固废堆场
      kind: 清单
      geometry: point
      fields:
        - {id: name, label: 堆场名称, type: text}
        - {id: load, label: 库容, type: quantity, unit: 吨, min: 0, required: true}
        - {id: note, label: 备注, type: text, retired: true}
        - {id: cost, label: 费用, type: number, roles: [coordinator]}
        - {id: seen, label: 公开项, type: text, roles: [coordinator]}
        - {id: day, label: 日期, type: date}
      lifecycle:
        states: {open: 使用中, closed: 已停, cleared: 已清}
        transitions:
          - {id: close, label: 停用, from: open, to: closed, requires: {reason: true}}
          - {id: clear, label: 清空, from: closed, to: cleared}
      rules:
        - {id: large, test: "load < 1000.0", message: 库容应小于一千}
      """;

  private static List<String> said(String before, String after, Role role) {
    return DefinitionDifferences.between(read(before), read(after), role).stream()
        .map(message -> Messages.say(message, Language.ZH))
        .toList();
  }

  private static Definition read(String text) {
    DefinitionReader.Reading reading = DefinitionReader.read("made.yaml", text);
    return reading.definition().orElseThrow(() -> new AssertionError(reading.faults().toString()));
  }

  private static final List<String> OPEN =
      List.of(
          "名称由“堆场”改为“固废堆场”",
          "改了台账种类",
          "改了辨认记录的字段",
          "改了地图上的形状",
          "字段“名称”改称“堆场名称”",
          "字段“堆场名称”改为可不填",
          "字段“库容”改为必填",
          "改了字段“库容”的其他设置",
          "停用字段“备注”，已填的值保留",
          "新增字段“日期”",
          "删去字段“旧项”，已填的值保留",
          "新增状态“已清”",
          "改了状态“使用中”",
          "改了状态“已停”", // which nothing led out of
          "新增步骤“清空”",
          "改了步骤“停用”",
          "新增规则：库容应小于一千",
          "删去规则：库容应小于一百");

  private static final List<String> HIDDEN = List.of("字段“经费”改称“费用”", "改了字段“公开项”的其他设置");

  @Test
  void eachChangeHasItsSentence() {
    assertThat(said(BEFORE, AFTER, Role.COORDINATOR))
        .containsAll(HIDDEN)
        .filteredOn(sentence -> !HIDDEN.contains(sentence))
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void aFieldThatARoleMayNotKnowBeforeOrAfterIsNotToldOf() {
    assertThat(said(BEFORE, AFTER, Role.OFFICER)).containsExactlyInAnyOrderElementsOf(OPEN);
    assertThat(said(AFTER, BEFORE, Role.OFFICER)).noneMatch(s -> s.matches(".*(经费|费用|公开项).*"));
  }

  @Test
  void theSameTextUnderAHigherNumberChangesNothing() {
    assertThat(said(BEFORE, BEFORE.replace("version: 1", "version: 2"), Role.COORDINATOR))
        .isEmpty();
  }
}
