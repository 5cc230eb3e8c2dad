package jingtu.server.register;

import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.DefinitionReader;

/** A register as a test writes it, in YAML. */
public final class WrittenRegister {

  private WrittenRegister() {}

  /** The definition; a faulty one fails the test with its faults. */
  public static Definition read(String yaml) {
    DefinitionReader.Reading reading = DefinitionReader.read("test.yaml", yaml);
    return reading
        .definition()
        .orElseThrow(() -> new AssertionError("faulty definition: " + reading.faults()));
  }
}
