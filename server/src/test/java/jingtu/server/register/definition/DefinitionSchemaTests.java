package jingtu.server.register.definition;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jingtu.server.register.definition.DefinitionReaderTests.Refused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader agree on what a definition looks like. */
class DefinitionSchemaTests {

  static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new ClassPathResource("register/definition.schema.json")
                  .getContentAsString(StandardCharsets.UTF_8),
              InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<Error> errors(String yaml) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(JsonMapper.shared().writeValueAsString(loaded), InputFormat.JSON);
  }

  @Test
  void whatIsWholeFulfilsTheSchema() throws IOException {
    assertThat(errors(DefinitionReaderTests.resource("whole.yaml"))).isEmpty();
    assertThat(errors(DefinitionReaderTests.resource("example.yaml"))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whatTheSchemaCanKnowItRefusesAtTheSamePlace() throws IOException {
    String whole = DefinitionReaderTests.resource("whole.yaml");
    return Refused.table().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.line() + " " + row.instead(),
                    () -> {
                      List<Error> errors = errors(row.spoilt(whole));
                      assertThat(!errors.isEmpty()).as(errors.toString()).isEqualTo(row.bySchema());
                      String pointer =
                          "/" + row.path().replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
                      assertThat(errors)
                          .allSatisfy(
                              error ->
                                  assertThat(pointer)
                                      .startsWith(error.getInstanceLocation().toString()));
                    }));
  }

  @Test
  void whateverTheReaderTakesFulfilsTheSchema() {
    forAll(
        200,
        RandomDefinitions::next,
        made -> assertThat(errors(DefinitionText.write(made))).isEmpty());
  }
}
