package jingtu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jingtu.server.scope.Scope;
import jingtu.testing.Needs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code server/openapi.json} says what the server does; {@code -Dopenapi=write} renews it. */
@SpringBootTest(
    properties = {"springdoc.api-docs.enabled=true", "springdoc.paths-to-match=/api/**"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(DescribedRecords.class)
class OpenApiTests {

  @Autowired OpenApiWebMvcResource resource;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @BeforeAll
  static void hideWhoAsks() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class);
  }

  @Test
  void theCommittedDescriptionIsWhatTheServerDoes() throws IOException {
    byte[] written =
        resource.openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH);
    JsonMapper json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    Map<String, Object> described = json.readValue(written, new TypeReference<>() {});
    described.remove("servers");
    String now = json.writeValueAsString(described) + "\n";
    Path committed = Needs.repository().resolve("server/openapi.json");
    if ("write".equals(System.getProperty("openapi"))) {
      Files.writeString(committed, now, StandardCharsets.UTF_8);
    }
    assertThat(now)
        .as("server/openapi.json (renew with -Dopenapi=write)")
        .isEqualTo(Files.readString(committed, StandardCharsets.UTF_8));
  }

  /**
   * Records of one simple name would be one schema: the last would take the place of the others.
   */
  @Test
  void noTwoThingsThatTravelShareAName() {
    Map<String, Set<Class<?>>> byName = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .values()
        .forEach(
            method -> {
              collect(method.getMethod().getGenericReturnType(), byName);
              for (Type parameter : method.getMethod().getGenericParameterTypes()) {
                collect(parameter, byName);
              }
            });
    assertThat(byName).as("records that travel").hasSizeGreaterThan(50);
    assertThat(byName.values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  private static void collect(Type type, Map<String, Set<Class<?>>> byName) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, byName);
      }
    } else if (type instanceof Class<?> plain
        && plain.isRecord()
        && plain != Scope.class
        && byName.computeIfAbsent(plain.getSimpleName(), n -> new HashSet<>()).add(plain)) {
      for (RecordComponent component : plain.getRecordComponents()) {
        collect(component.getGenericType(), byName);
      }
    }
  }
}
