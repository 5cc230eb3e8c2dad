package jingtu.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What whoever starts the server decides.
 *
 * @param data the folder for the embedded database and for files; made where it is absent
 * @param port the TCP port; 0 takes a free one
 * @param database a JDBC URL of PostgreSQL; absent means the embedded database in {@code data}
 * @param databaseUser ignored for the embedded database
 * @param databasePassword ignored for the embedded database
 * @param demo whether the invented county is loaded
 * @param console hears what the one who starts the server should read, line by line
 */
public record ServerOptions(
    Path data,
    int port,
    Optional<String> database,
    Optional<String> databaseUser,
    Optional<String> databasePassword,
    boolean demo,
    Consumer<String> console) {

  private static final String EMBEDDED_USER = "jingtu";

  /** The embedded database in a folder, as a plain row store that loses nothing acknowledged. */
  static String embedded(Path data) {
    return "jdbc:h2:file:"
        + data.toAbsolutePath().normalize().resolve("jingtu")
        + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
  }

  /** One connection after the other to a database that is there already. */
  DataSource existingDatabase() {
    return database.isPresent()
        ? new DriverManagerDataSource(
            database.get(), databaseUser.orElse(""), databasePassword.orElse(""))
        : new DriverManagerDataSource(embedded(data) + ";IFEXISTS=TRUE", EMBEDDED_USER, "");
  }

  /** The same for a database that may have to be made; the embedded one lies in this folder. */
  DataSource newDatabase(Path folder) {
    return database.isPresent()
        ? existingDatabase()
        : new DriverManagerDataSource(embedded(folder), EMBEDDED_USER, "");
  }

  /** These options as Spring's properties. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", port);
    properties.put("jingtu.data", data.toAbsolutePath().normalize().toString());
    properties.put("jingtu.demo", demo);
    properties.put("jingtu.backup-socket", true);
    properties.put("spring.datasource.url", database.orElseGet(() -> embedded(data)));
    if (database.isPresent()) {
      databaseUser.ifPresent(user -> properties.put("spring.datasource.username", user));
      databasePassword.ifPresent(word -> properties.put("spring.datasource.password", word));
    } else {
      properties.put("spring.datasource.username", EMBEDDED_USER);
      properties.put("spring.datasource.password", "");
    }
    return properties;
  }
}
