package jingtu.server;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Tells the description what the code already says: a component without @Nullable is always there.
 */
@TestConfiguration(proxyBeanMethods = false)
@SuppressWarnings("rawtypes") // the library holds schemas without their type
class DescribedRecords {

  private final Map<String, Class<?>> records = new LinkedHashMap<>();

  @Bean
  ModelConverter remembersRecords() {
    return new ModelConverter() {
      @Override
      public @Nullable Schema<?> resolve(
          AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (raw.isRecord()) {
          records.put(raw.getSimpleName(), raw);
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
      }
    };
  }

  @Bean
  OpenApiCustomizer requiresWhatIsNeverNull() {
    return api ->
        records.forEach(
            (name, type) ->
                Optional.<Schema<?>>ofNullable(api.getComponents().getSchemas().get(name))
                    .ifPresent(schema -> describe(schema, type)));
  }

  private static void describe(Schema<?> schema, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Optional<Schema<?>> property =
          Optional.ofNullable(schema.getProperties())
              .map(properties -> (Schema<?>) properties.get(component.getName()));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        property.ifPresent(p -> require(schema, component.getName()));
      } else {
        property.map(p -> p.getTypes()).ifPresent(types -> addNull(property.get(), types));
      }
    }
  }

  private static void require(Schema<?> schema, String name) {
    if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
      schema.addRequiredItem(name);
    }
  }

  private static void addNull(Schema<?> property, Set<String> types) {
    if (!types.contains("null")) {
      property.addType("null");
    }
  }
}
