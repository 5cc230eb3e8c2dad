package jingtu.commandline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Refused;
import jingtu.planreader.format.Documents;
import jingtu.planreader.output.JsonLines;
import jingtu.planreader.output.TaskWorkbook;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads one file and writes what it obliges. */
@Command(name = "read-plan")
final class ReadPlanFile implements Callable<Integer> {

  private final Outlet outlet;
  private final Language language;

  @Parameters(paramLabel = "FILE", descriptionKey = "jingtu.read-plan.FILE")
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "jsonl|xlsx|text", defaultValue = "jsonl")
  private Format format = Format.JSONL;

  @Option(names = "--out", paramLabel = "FILE")
  private Optional<Path> out = Optional.empty();

  /** What can be written. */
  enum Format {
    JSONL,
    XLSX,
    TEXT
  }

  ReadPlanFile(Outlet outlet, Language language) {
    this.outlet = outlet;
    this.language = language;
  }

  @Override
  public Integer call() {
    Libraries.keepQuiet();
    if (format == Format.XLSX && out.isEmpty() && outlet.terminal()) {
      return refuse(Message.of("command-line.needs-out"));
    }
    if (Files.isDirectory(file)) {
      return refuse(Message.of("command-line.is-a-folder", file));
    }
    byte[] content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = bytes.readNBytes(Documents.MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      return refuse(Message.of("command-line.no-such-file", file));
    } catch (IOException e) {
      return refuse(Message.of("command-line.unreadable-file", file, reason(e)));
    }
    return switch (PlanReader.read(String.valueOf(file.getFileName()), content)) {
      case Refused refused -> {
        outlet.err().println(refused.finding().say(language));
        yield ExitCode.NOT_DONE;
      }
      case PlanReading reading -> write(reading);
    };
  }

  private int write(PlanReading reading) {
    byte[] written = inFormat(reading);
    if (out.isPresent()) {
      try {
        Files.write(out.get(), written);
      } catch (IOException e) {
        return refuse(Message.of("command-line.unwritable-file", out.get(), reason(e)));
      }
    } else {
      outlet.out().write(written, 0, written.length);
      outlet.out().flush();
    }
    int findings = findings(reading);
    if (outlet.terminal()) {
      outlet.err().println(Messages.say(summary(reading, findings), language));
    }
    return findings > 0 ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
  }

  private byte[] inFormat(PlanReading reading) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      switch (format) {
        case JSONL -> JsonLines.write(reading, language, writer);
        case XLSX -> TaskWorkbook.write(reading, language, bytes);
        case TEXT -> writer.write(reading.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int findings(PlanReading reading) {
    return reading.findings().size()
        + reading.plans().stream().mapToInt(plan -> plan.findings().size()).sum();
  }

  private static Message summary(PlanReading reading, int findings) {
    return Message.of(
        "command-line.was-read",
        reading.plans().size(),
        reading.plans().stream().map(ReadPlan::tasks).mapToInt(it -> it.size()).sum(),
        reading.plans().stream().map(ReadPlan::goals).mapToInt(it -> it.size()).sum(),
        reading.plans().stream().map(ReadPlan::obligations).mapToInt(it -> it.size()).sum(),
        findings);
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }

  private int refuse(Message why) {
    outlet.err().println(Messages.say(why, language));
    return ExitCode.NOT_DONE;
  }
}
