package jingtu.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the invented county is made of; the files lie in {@code /demo} on the class path. */
enum DemoFile {
  REGIONS("regions.csv"),
  /** Columns {@code name}, {@code kind} and {@code region}. */
  AREAS("areas.csv"),
  /** A sheet as anybody may import it. */
  ORGANISATIONS("organisations.csv"),
  /**
   * Columns {@code predecessor}, {@code successor}, {@code day}, {@code function} (nothing for all)
   * and {@code basis}.
   */
  SUCCESSIONS("successions.csv"),
  /** Columns {@code username}, {@code name}, {@code role} and the {@code organisation}'s name. */
  ACCOUNTS("accounts.csv"),
  /** Columns {@code file} and {@code region}, a plan before those that carry it out. */
  PLANS("plans.csv"),
  /**
   * Columns {@code register}, {@code file} and the {@code name} under which people find the import,
   * a register before those that link to it.
   */
  RECORDS("records.csv");

  private final String fileName;

  DemoFile(String fileName) {
    this.fileName = fileName;
  }

  byte[] bytes() {
    return bytes(fileName);
  }

  /** The cells of every line after the first; a cell holds no comma. */
  List<String[]> rows() {
    return text().lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  String text() {
    return new String(bytes(fileName), StandardCharsets.UTF_8);
  }

  /** The bytes of a file that one of these lists names. */
  static byte[] bytes(String fileName) {
    try (InputStream file = DemoFile.class.getResourceAsStream("/demo/" + fileName)) {
      return Objects.requireNonNull(file, fileName).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's " + fileName, e);
    }
  }
}
