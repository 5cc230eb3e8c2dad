package jingtu.server.register.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefinitionReader.Reading;
import jingtu.server.register.definition.DefinitionReader.Surroundings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The definitions and code lists that come with the program. */
class ShippedTests {

  /** The texts by id of the register. */
  static SortedMap<String, String> texts() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:register/definitions/*.yaml")) {
      texts.put(
          String.valueOf(file.getFilename()).replace(".yaml", ""),
          file.getContentAsString(StandardCharsets.UTF_8));
    }
    return texts;
  }

  static Reading read(String id, String text) throws IOException {
    Set<RegisterId> registers =
        texts().keySet().stream().map(RegisterId::new).collect(Collectors.toSet());
    return DefinitionReader.read(
        id + ".yaml", text, new Surroundings(registers, new CodeLists().names()));
  }

  @Test
  void thereAreFive() throws IOException {
    assertThat(texts().keySet())
        .containsExactly(
            "construction-parcel",
            "inspection-rectification",
            "supervised-unit",
            "tailings-pond",
            "training");
  }

  @TestFactory
  Stream<DynamicTest> eachIsReadWithoutFaultAndFulfilsTheSchema() throws IOException {
    return texts().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      Reading reading = read(file.getKey(), file.getValue());
                      assertThat(reading.faults())
                          .as(DefinitionReaderTests.said(reading))
                          .isEmpty();
                      assertThat(DefinitionSchemaTests.errors(file.getValue())).isEmpty();
                      Definition definition = reading.definition().orElseThrow();
                      assertThat(definition.id().value()).isEqualTo(file.getKey());
                      assertThat(
                              DefinitionReader.read("again", DefinitionText.write(definition))
                                  .definition())
                          .contains(definition);
                    }));
  }

  /** Each type of field is used somewhere, so that what is shipped shows what can be had. */
  @Test
  void everyTypeOfFieldIsUsed() throws IOException {
    Set<TypeWord> used = new HashSet<>();
    for (var file : texts().entrySet()) {
      read(file.getKey(), file.getValue())
          .definition()
          .orElseThrow()
          .fields()
          .forEach(field -> used.add(TypeWord.of(field.type())));
    }
    assertThat(used).containsExactlyInAnyOrder(TypeWord.values());
  }

  @Test
  void everyCodeListIsUsedAndSaysWhereItIsFrom() throws IOException {
    String all = String.join("\n", texts().values());
    CodeLists lists = new CodeLists();
    for (String name : lists.names()) {
      if (!name.equals("disclosure")) {
        assertThat(all).contains("codes: " + name + ",");
      }
      for (CodeList.Entry entry : lists.find(name).orElseThrow().entries()) {
        if (!entry.code().equals("other")) {
          assertThat(entry.source()).as(name + " " + entry.code()).isNotBlank();
        }
      }
    }
  }

  @Test
  void aCodeListIsDatedAndATree() {
    CodeList industries = new CodeLists().find("industry").orElseThrow();
    assertThat(industries.byLabel("电镀")).contains("electroplating");
    assertThat(industries.labelled("coking")).contains("焦化");
    assertThat(industries.paths()).containsEntry("hazardous-waste-use", "危险废物贮存、利用、处置 / 危险废物利用");
    CodeList.Entry mining = industries.find("nonferrous-mining").orElseThrow();
    assertThat(mining.isInForce(LocalDate.of(2022, 12, 31))).isFalse();
    assertThat(mining.isInForce(LocalDate.of(2023, 1, 1))).isTrue();
  }
}
