package jingtu.server.plan.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.planreader.Span;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.scope.Identifiers;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What may stand in the fields of a correction, and what is said of what may not. */
class CheckContentTests {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String TASK =
      """
      {"start": 10, "end": 30, "clauseStart": 30, "clauseEnd": 40,
       "path": ["一、任务"], "lead": ["甲局", "乙局"], "responsible": ["丙局"], "participants": ["丁局"],
       "implementers": ["各乡镇"], "implementersSource": "EXPLICIT", "open": true, "events": [],
       "deadlines": [{"notation": "2030-12-31", "start": 12, "end": 16, "assumed": false},
         {"notation": "R/P1Y", "start": 12, "end": 16, "assumed": false}],
       "targets": [{"start": 17, "end": 20, "indicator": "回收率", "comparator": ">=", "value": 90.5,
         "unit": "%", "by": "2030-12-31", "implied": false, "aspirational": false}],
       "actions": [
         {"id": "00000000-0000-0001-0000-000000000001", "start": 10, "end": 20, "actor": "企业",
          "events": ["拆除前"],
          "deadlines": [{"notation": "XXXX-12-31", "start": 12, "end": 16, "assumed": true},
            {"notation": "R/P1Y", "start": 12, "end": 16, "assumed": false}],
          "targets": [{"start": 17, "end": 20, "indicator": "回收率", "comparator": "~",
            "unit": "", "by": "XXXX-12-31", "implied": false, "aspirational": false}]},
         {"start": 20, "end": 30, "events": [], "deadlines": [], "targets": []}]}
      """;

  private static final String GOAL =
      """
      {"start": 10, "end": 30, "path": [], "lead": [], "responsible": [], "participants": [],
       "implementers": [], "open": false, "scope": "受污染耕地", "events": [], "deadlines": [],
       "targets": [], "actions": []}
      """;

  private static final String OBLIGATION =
      """
      {"start": 10, "end": 30, "path": [], "lead": [], "responsible": [], "participants": [],
       "implementers": [], "open": false, "actor": "各乡镇", "events": ["汛期前"], "deadlines": [],
       "targets": [], "actions": []}
      """;

  private static final UUID KNOWN = new UUID(1, 1);

  private final CheckContent check =
      new CheckContent(new Span(0, 100), Set.of(KNOWN), new Identifiers(Clock.systemUTC()));

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(
      resources = "/plan/change-faults.csv",
      delimiter = '|',
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = false)
  void saysWhichFieldIsAtFaultAndWhy(
      EntryKind kind, String pointer, String value, String field, String place, String problem) {
    JsonNode content = sound(kind);
    JsonNode set = JSON.readTree(value.equals("LONG") ? "\"" + "长".repeat(1001) + "\"" : value);
    put(content, pointer.substring(1).split("/"), 0, set);

    read(kind, content, Optional.empty());

    assertThat(check.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("entries[0].after." + field);
              assertThat(said(fault)).isEqualTo(place);
              assertThat(Messages.say(fault.problem(), Language.ZH)).startsWith(problem);
              assertThat(Messages.say(fault.remedy(), Language.ZH)).isNotBlank();
            });
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void whatIsSoundIsKeptAsItIsSent(EntryKind kind) {
    EntryReading reading = read(kind, sound(kind), Optional.empty());

    assertThat(check.faults()).isEmpty();
    EntryContent again = EntryContent.of(reading);
    assertThat(again.actions()).allSatisfy(action -> assertThat(action.id()).isNotNull());
    assertThat(again)
        .usingRecursiveComparison()
        .ignoringFields("actions.id")
        .isEqualTo(JSON.treeToValue(sound(kind), EntryContent.class));
  }

  @Test
  void aTargetIsWantedByTheDateOfItsOwnSentence() {
    JsonNode content = sound(EntryKind.TASK);
    put(
        content,
        new String[] {"actions", "0", "deadlines", "0", "notation"},
        0,
        JSON.readTree("\"2030-12-31\""));
    put(
        content,
        new String[] {"actions", "0", "targets", "0", "by"},
        0,
        JSON.readTree("\"2030-12-31\""));

    EntryReading reading = read(EntryKind.TASK, content, Optional.empty());

    var action = reading.actions().getFirst().action();
    assertThat(action.targets().getFirst().by()).contains(action.deadlines().getFirst());
    assertThat(reading.targets().getFirst().by()).contains(reading.deadlines().getFirst());
  }

  @Test
  void aValueSetElsewhereMayGetItsNumberAndKeepsTheWords() {
    JsonNode content = sound(EntryKind.TASK);
    put(content, new String[] {"targets", "0", "reference"}, 0, JSON.readTree("\"省级另行下达\""));

    EntryReading reading = read(EntryKind.TASK, content, Optional.empty());

    assertThat(check.faults()).isEmpty();
    assertThat(reading.targets().getFirst().reference()).contains("省级另行下达");
    assertThat(reading.targets().getFirst().value()).contains(new BigDecimal("90.5"));
  }

  @Test
  void aValueThatComesBackAsAnotherNumeralStaysAsItWasPrinted() {
    JsonNode printed = sound(EntryKind.TASK);
    put(printed, new String[] {"targets", "0", "value"}, 0, JSON.readTree("90.50"));
    EntryReading before = read(EntryKind.TASK, printed, Optional.empty());

    EntryReading after =
        new CheckContent(
                new Span(0, 100),
                Set.copyOf(before.actionIds()),
                new Identifiers(Clock.systemUTC()))
            .read(
                Place.entry(0),
                EntryKind.TASK,
                withIds(sound(EntryKind.TASK), before),
                Optional.of(before));

    assertThat(after).isEqualTo(before);
  }

  @Test
  void whatWasReadSoIsNotHeldAgainstWhoSendsItBack() {
    JsonNode odd = sound(EntryKind.TASK);
    put(odd, new String[] {"lead", "1"}, 0, JSON.readTree("\" \""));
    EntryReading asRead = read(EntryKind.TASK, odd, Optional.empty());
    assertThat(check.faults()).isNotEmpty();

    CheckContent later =
        new CheckContent(
            new Span(0, 100), Set.copyOf(asRead.actionIds()), new Identifiers(Clock.systemUTC()));
    later.read(Place.entry(0), EntryKind.TASK, EntryContent.of(asRead), Optional.of(asRead));

    assertThat(later.faults()).isEmpty();
  }

  private EntryReading read(EntryKind kind, JsonNode content, Optional<EntryReading> before) {
    return check.read(
        Place.entry(0).part("after"), kind, JSON.treeToValue(content, EntryContent.class), before);
  }

  private static EntryContent withIds(JsonNode content, EntryReading named) {
    List<UUID> ids = named.actionIds();
    for (int i = 0; i < ids.size(); i++) {
      put(
          content,
          new String[] {"actions", String.valueOf(i), "id"},
          0,
          JSON.readTree("\"" + ids.get(i) + "\""));
    }
    return JSON.treeToValue(content, EntryContent.class);
  }

  private static JsonNode sound(EntryKind kind) {
    return JSON.readTree(
        switch (kind) {
          case TASK -> TASK;
          case GOAL -> GOAL;
          case OBLIGATION -> OBLIGATION;
        });
  }

  /** Sets what lies at the end of the way through objects and lists; a list may grow by one. */
  private static void put(JsonNode node, String[] way, int step, JsonNode value) {
    boolean last = step == way.length - 1;
    if (node instanceof ArrayNode list) {
      int index = Integer.parseInt(way[step]);
      if (!last) {
        put(list.get(index), way, step + 1, value);
      } else if (index == list.size()) {
        list.add(value);
      } else {
        list.set(index, value);
      }
    } else if (node instanceof ObjectNode object) {
      if (last) {
        object.set(way[step], value);
      } else {
        put(object.get(way[step]), way, step + 1, value);
      }
    }
  }

  private static String said(Fault fault) {
    return fault.place().stream()
        .map(words -> Messages.say(words, Language.ZH))
        .collect(Collectors.joining(" "));
  }
}
