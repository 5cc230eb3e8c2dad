package jingtu.server;

import java.util.Map;
import java.util.UUID;
import jingtu.testing.Postgres;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a Spring context an empty database of the kind that {@code -Djingtu.database} names. */
public final class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh database", properties()));
  }

  private static boolean onPostgres() {
    return "postgresql".equals(System.getProperty("jingtu.database"));
  }

  private static Map<String, Object> properties() {
    return onPostgres()
        ? Map.of(
            "spring.datasource.url",
            Postgres.freshDatabase(),
            "spring.datasource.username",
            "postgres",
            "spring.datasource.hikari.maximum-pool-size",
            5)
        : Map.of(
            "spring.datasource.url",
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
  }

  /**
   * Skips the class where the database it would run on is not installed. A condition is asked
   * before anything else, also where one instance serves all tests of a class and Spring therefore
   * starts before the first callback.
   */
  static final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      try {
        if (onPostgres()) {
          Postgres.need();
        }
        return ConditionEvaluationResult.enabled("the database is there");
      } catch (TestAbortedException lacking) {
        return ConditionEvaluationResult.disabled(String.valueOf(lacking.getMessage()));
      }
    }
  }
}
