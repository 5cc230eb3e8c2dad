package jingtu.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A test of the whole server behind its filters, on both databases, with a clock to turn. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@OnBothDatabases
@SpringBootTest
@AutoConfigureMockMvc
@Import({
  TurnableClock.Configuration.class,
  QuickPasswords.class,
  County.class,
  RightsFixtures.class
})
public @interface WholeServer {}
