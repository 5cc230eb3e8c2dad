package jingtu.server.register.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jingtu.server.JingtuServer;
import jingtu.server.ServerOptions;
import jingtu.server.register.RegisterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server that runs while files are dropped into its data folder, spoilt, mended and taken away.
 */
class DropAFileTests {

  private static final RegisterId WELLS = new RegisterId("wells");
  private static final RegisterId PITS = new RegisterId("pits");

  private static String text(String id, String field) {
    return """
    register: %s
    version: 1
    name: 试验台账
    kind: 台账
    fields:
      - {id: name, label: 名称, %s: text, required: true}
    """
        .formatted(id, field);
  }

  @Test
  void filesComeInWhileTheServerRunsAndAfterItsNextStart(@TempDir Path data) throws Exception {
    ServerOptions options =
        new ServerOptions(
            data, 0, Optional.empty(), Optional.empty(), Optional.empty(), false, line -> {});
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      Definitions definitions = server.getBean(Definitions.class);
      DefinitionFolder folder = server.getBean(DefinitionFolder.class);

      drop(data, "wells.yaml", text("wells", "type"));
      until(() -> isThere(definitions, WELLS));

      drop(data, "pits.yaml", text("pits", "typ"));
      until(() -> folder.state().faulty().containsKey("pits.yaml"));
      assertThat(folder.state().faulty().get("pits.yaml"))
          .extracting(DefinitionFault::line)
          .containsExactly(6);
      assertThat(isThere(definitions, WELLS)).isTrue();
      assertThat(isThere(definitions, PITS)).isFalse();

      drop(data, "pits.yaml", text("pits", "type"));
      until(() -> isThere(definitions, PITS));
      assertThat(folder.state().faulty()).isEmpty();

      Files.delete(data.resolve("registers/wells.yaml"));
      until(() -> folder.isFileGone(WELLS));
      assertThat(isThere(definitions, WELLS)).isTrue();
    }
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      assertThat(isThere(server.getBean(Definitions.class), WELLS)).isTrue();
      assertThat(isThere(server.getBean(Definitions.class), PITS)).isTrue();
    }
  }

  @Test
  void aSpoiltCodeListStopsNeitherTheLooksNorTheNextStart(@TempDir Path data) throws Exception {
    ServerOptions options =
        new ServerOptions(
            data, 0, Optional.empty(), Optional.empty(), Optional.empty(), false, line -> {});
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      DefinitionFolder folder = server.getBean(DefinitionFolder.class);
      Files.createDirectories(data.resolve("registers/codes"));
      drop(
          data,
          "codes/kinds.csv",
          "code,label,parent,from,to,source,confidence\na,甲,,,2025-06-31,本局,A\n");
      until(() -> folder.state().faulty().containsKey("codes/kinds.csv"));

      drop(data, "wells.yaml", text("wells", "type"));
      until(() -> isThere(server.getBean(Definitions.class), WELLS));
    }
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      assertThat(server.getBean(DefinitionFolder.class).state().faulty())
          .containsOnlyKeys("codes/kinds.csv");
      assertThat(isThere(server.getBean(Definitions.class), WELLS)).isTrue();
    }
  }

  private static boolean isThere(Definitions definitions, RegisterId id) {
    return definitions.find(coordinator(COUNTY), id).isPresent();
  }

  private static void drop(Path data, String name, String text) throws IOException {
    Files.createDirectories(data.resolve("registers"));
    Files.writeString(data.resolve("registers").resolve(name), text, UTF_8);
  }

  /** The server looks every two seconds; a busy machine is given half a minute. */
  private static void until(BooleanSupplier happened) {
    await().atMost(Duration.ofSeconds(30)).until(happened::getAsBoolean);
  }
}
