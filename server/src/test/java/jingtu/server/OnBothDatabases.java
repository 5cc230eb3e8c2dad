package jingtu.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.ContextConfiguration;

/**
 * A Spring test that touches tables. The build runs it twice: on H2, and with {@code
 * -Djingtu.database=postgresql} on PostgreSQL with PostGIS, where that is installed. Each Spring
 * context gets an empty database of its own. Stands beside {@code @SpringBootTest} or
 * {@code @ApplicationModuleTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("both-databases")
@ExtendWith(FreshDatabase.Condition.class)
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface OnBothDatabases {}
