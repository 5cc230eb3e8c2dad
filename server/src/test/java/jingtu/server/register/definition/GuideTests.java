package jingtu.server.register.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide for those who write definitions shows one that is accepted. */
class GuideTests {

  @Test
  void theGuidesExampleIsADefinition() throws IOException {
    Path guide = Path.of(System.getProperty("jingtu.root"), "docs", "registers.md");
    String text = Files.readString(guide);
    int start = text.indexOf("```yaml\n") + "```yaml\n".length();
    String example = text.substring(start, text.indexOf("```", start));

    DefinitionReader.Reading reading = DefinitionReader.read("registers.md", example);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.definition()).isPresent();
  }
}
