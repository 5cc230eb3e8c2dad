package jingtu.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into {@code build.properties}. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"jingtu " + number()};
  }

  /** The number alone, such as {@code 0.1.0}. */
  static String number() throws IOException {
    Properties build = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
      build.load(file);
    }
    return build.getProperty("version");
  }
}
