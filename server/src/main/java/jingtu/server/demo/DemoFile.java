package jingtu.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the invented county is made of; the files lie in {@code /demo} on the class path. */
enum DemoFile {
  REGIONS("regions.csv"),
  ORGANISATIONS("organisations.csv"),
  /** Columns {@code username}, {@code name}, {@code role} and the {@code organisation}'s name. */
  ACCOUNTS("accounts.csv"),
  PLAN("plan.txt");

  private final String fileName;

  DemoFile(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  byte[] bytes() {
    try (InputStream file = DemoFile.class.getResourceAsStream("/demo/" + fileName)) {
      return Objects.requireNonNull(file, fileName).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's " + fileName, e);
    }
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
