package jingtu.server;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.modulith.Modulithic;

/** The platform as one Spring application. The command line starts it through {@link #start}. */
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(sharedModules = {"scope", "edge"})
public class JingtuServer {

  /** Starts serving; returns once requests are answered. Closing the context stops it. */
  public static ConfigurableApplicationContext start(ServerOptions options) {
    SpringApplication application = new SpringApplication(JingtuServer.class);
    application.setRegisterShutdownHook(true);
    application.setDefaultProperties(options.properties());
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("serverOptions", options));
    return application.run();
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
