package jingtu.server.register.lifecycle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jingtu.server.OnBothDatabases;
import jingtu.server.TurnableClock;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;

/** A test of the whole module of registers, with a clock to turn and ears for its deadlines. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@OnBothDatabases
@ApplicationModuleTest(
    module = "register",
    mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TurnableClock.Configuration.class, HeardDeadlines.class, StepOffice.class})
@interface WholeLifecycle {}
