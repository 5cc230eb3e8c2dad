package jingtu.server.register.definition;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jingtu.server.register.definition.DefinitionReader.Reading;
import jingtu.server.register.definition.DefinitionReader.Surroundings;
import org.junit.jupiter.api.Test;

/** What is written is read again as the same. */
class DefinitionTextPropertyTests {

  private static final Surroundings KNOWN =
      new Surroundings(Set.of(), Set.copyOf(RandomDefinitions.CODE_LISTS));

  @Test
  void aDefinitionReadFromItsTextIsTheSame() {
    forAll(200, RandomDefinitions::next, DefinitionTextPropertyTests::staysTheSame);
  }

  @Test
  void soIsEachOfItsLaterVersions() {
    forAll(
        60,
        random -> {
          Definition made = RandomDefinitions.next(random);
          for (int i = 0; i < 3; i++) {
            made = RandomDefinitions.changed(random, made);
          }
          return made;
        },
        DefinitionTextPropertyTests::staysTheSame);
  }

  private static void staysTheSame(Definition made) {
    String text = DefinitionText.write(made);
    Reading reading = DefinitionReader.read("made.yaml", text, KNOWN);
    assertThat(reading.faults()).as(DefinitionReaderTests.said(reading) + "\n" + text).isEmpty();
    assertThat(reading.definition()).contains(made);
  }
}
