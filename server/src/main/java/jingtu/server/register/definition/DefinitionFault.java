package jingtu.server.register.definition;

import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * A reason why a definition is refused, with the place in its file.
 *
 * @param file as its author calls it
 * @param line counted from 1
 * @param column counted from 1, in characters (code points)
 * @param path where it is in the definition, such as {@code fields[3].type}; empty for the whole
 * @param remedy what is allowed there
 */
public record DefinitionFault(
    String file, int line, int column, String path, Message problem, Message remedy) {

  /** The same as a finding, whose place reads {@code pond.yaml:13:5 fields[0].type}. */
  public Finding finding() {
    String place = file + ":" + line + ":" + column;
    return new Finding(path.isEmpty() ? place : place + " " + path, problem, remedy);
  }
}
