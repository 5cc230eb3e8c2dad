package jingtu.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import jingtu.vocabulary.Language;

/** The help texts, in the same files as the other sentences of this module. */
final class HelpTexts {

  private HelpTexts() {}

  static ResourceBundle in(Language language) {
    String path = "/messages/command-line." + language.tag() + ".properties";
    try (InputStream file = Jingtu.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("no help texts in " + path);
      }
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the help texts in " + path, e);
    }
  }
}
