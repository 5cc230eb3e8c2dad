package jingtu.server.duty;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jingtu.server.OnBothDatabases;
import jingtu.server.TurnableClock;
import jingtu.server.duty.round.CountyYear;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;

/** A test of the whole module of duties, with a clock to turn and a county to work in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@OnBothDatabases
@ApplicationModuleTest(module = "duty", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TurnableClock.Configuration.class, DutyOffice.class, CountyYear.class})
public @interface WholeDuty {}
