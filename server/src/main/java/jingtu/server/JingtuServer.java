package jingtu.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import jingtu.server.audit.AuditTrail;
import jingtu.server.backup.Archive;
import jingtu.server.backup.BackupSocket;
import jingtu.server.backup.NewFolder;
import jingtu.server.backup.RestoreBackup;
import jingtu.server.backup.SystemUser;
import jingtu.server.backup.TakeBackup;
import jingtu.vocabulary.Finding;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DataSourceUtils;
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

  /**
   * Writes a backup. Where a server runs on the data folder it is asked, so that the embedded
   * database can be copied while it is in use; else, or where a database is named, the database is
   * read from here. Where the server breaks off, the archive has no end.
   *
   * @param product the version of this program
   */
  public static void takeBackup(ServerOptions options, String product, OutputStream out)
      throws IOException {
    Optional<InputStream> running =
        options.database().isPresent()
            ? Optional.empty()
            : BackupSocket.in(options.data()).connect();
    if (running.isPresent()) {
      try (InputStream archive = running.get()) {
        archive.transferTo(out);
      }
      return;
    }
    new TakeBackup(options.existingDatabase(), options.data(), product, Clock.systemUTC())
        .to(out, SystemUser.current());
  }

  /**
   * Puts an archive into a data folder that is absent or empty, and into an empty database.
   *
   * @param progress hears how many rows are in
   */
  public static RestoreBackup.Outcome restore(
      ServerOptions options, Archive archive, LongConsumer progress) throws IOException {
    Optional<Finding> inTheWay = NewFolder.inTheWay(options.data());
    if (inTheWay.isPresent()) {
      return new RestoreBackup.Outcome.Refused(inTheWay.get());
    }
    try (NewFolder folder = NewFolder.at(options.data())) {
      RestoreBackup.Outcome outcome = restore(options, archive, folder.unfinished(), progress);
      if (outcome instanceof RestoreBackup.Outcome.Restored) {
        folder.keep();
      }
      return outcome;
    }
  }

  private static RestoreBackup.Outcome restore(
      ServerOptions options, Archive archive, Path folder, LongConsumer progress)
      throws IOException {
    DataSource database = options.newDatabase(folder);
    Connection keepsItOpen = DataSourceUtils.getConnection(database);
    try {
      return new RestoreBackup(database, folder, new MigratePerModule(), Clock.systemUTC())
          .from(archive, SystemUser.current(), progress);
    } finally {
      DataSourceUtils.releaseConnection(keepsItOpen, database);
    }
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
