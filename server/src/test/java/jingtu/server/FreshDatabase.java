package jingtu.server;

import java.util.Map;
import java.util.UUID;
import jingtu.testing.Postgres;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
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

  /** Skips the class, before Spring starts, where the database it would run on is not installed. */
  static final class Condition implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      if (onPostgres()) {
        Postgres.need();
      }
    }
  }
}
