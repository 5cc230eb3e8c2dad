package jingtu.server;

import java.time.Clock;
import jingtu.server.audit.AuditTrail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.modulith.Modulithic;

/** The platform as one Spring application. The command line starts it through {@link #start}. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(sharedModules = {"scope", "edge"})
public class JingtuServer {

  /** Starts serving; returns once requests are answered. Closing the context stops it. */
  public static ConfigurableApplicationContext start(ServerOptions options) {
    SpringApplication application = new SpringApplication(JingtuServer.class);
    application.setRegisterShutdownHook(true);
    application.addInitializers(
        context -> {
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("server options", options.properties()));
          context.getBeanFactory().registerSingleton("serverOptions", options);
        });
    return application.run();
  }

  /**
   * Walks the audit chain of a database without starting a server. The embedded database must not
   * be in use, and is not made where it is absent.
   */
  public static AuditTrail.Verification verifyAudit(ServerOptions options) {
    return AuditTrail.verify(options.existingDatabase());
  }

  /** Where a started server answers: {@code http://127.0.0.1:} and its port. */
  public static String address(Environment environment) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
