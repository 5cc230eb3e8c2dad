package jingtu.server.register.definition;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.server.audit.Audit;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefineRegister.Proposal;
import jingtu.server.register.table.TableChange;
import jingtu.vocabulary.CsvTable;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The definitions that lie about as files: those that are shipped, and those in {@code registers}
 * of the data folder. A new register is there by itself, and so is a new version that leaves the
 * table as it is; one that changes the table waits until somebody has seen what it does. A faulty
 * file is told of and touches nothing. A file that is taken away takes no register with it.
 */
@Component
public class DefinitionFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DefinitionFolder.class);
  private static final String SHIPPED = "classpath*:register/definitions/*.yaml";
  private static final Pattern LINE = Pattern.compile(":(\\d+) ");

  private final Path folder;
  private final DefineRegister define;
  private final Definitions definitions;
  private final DefinitionRows rows;
  private final CodeLists codes;
  private volatile State state = new State(List.of(), Map.of(), Set.of());
  private Optional<Seen> seen = Optional.empty();

  DefinitionFolder(
      @Value("${jingtu.data}") Path data,
      DefineRegister define,
      Definitions definitions,
      DefinitionRows rows,
      CodeLists codes) {
    this.folder = data.resolve("registers");
    this.define = define;
    this.definitions = definitions;
    this.rows = rows;
    this.codes = codes;
  }

  /**
   * A new version that waits for somebody to agree.
   *
   * @param file the file's name
   * @param plan what it does to the table
   */
  public record Waiting(String file, Definition definition, String text, List<TableChange> plan) {
    public Waiting {
      plan = List.copyOf(plan);
    }
  }

  /**
   * What the last look found.
   *
   * @param faulty the faults of files that were not taken, by file name
   * @param files the names of all files in the data folder
   */
  public record State(
      List<Waiting> waiting, Map<String, List<DefinitionFault>> faulty, Set<String> files) {
    public State {
      waiting = List.copyOf(waiting);
      faulty = new TreeMap<>(faulty);
      files = Set.copyOf(files);
    }
  }

  /** What was there at the last look, so that nothing is read twice. */
  private record Seen(FolderFiles files, int versions) {}

  /** What the last look found. */
  public State state() {
    return state;
  }

  /** Whether a register was defined by a file of the data folder that is not there any more. */
  public boolean isFileGone(RegisterId register) {
    return definitions
        .stored(register)
        .filter(stored -> stored.origin() == Origin.FILE)
        .filter(stored -> !state.files().contains(stored.fileName()))
        .isPresent();
  }

  /** Takes what is shipped, where this database does not have it yet. */
  void takeShipped() {
    SortedMap<String, String> texts = ShippedFiles.read(SHIPPED);
    Look look = new Look(Origin.SHIPPED);
    look.at(texts);
    look.faulty.forEach(
        (file, faults) -> {
          CsvTable.Faulty faulty =
              new CsvTable.Faulty(
                  file + " is shipped and faulty: " + faults.getFirst().finding().say(Language.EN));
          Optional.ofNullable(look.failures.get(file)).ifPresent(faulty::initCause);
          throw faulty;
        });
  }

  /** Looks into the folder, and does what there is to do; nothing where nothing has changed. */
  synchronized void look() {
    definitions.refresh();
    FolderFiles files = FolderFiles.in(folder);
    Seen now = new Seen(files, rows.count());
    if (seen.isPresent() && seen.get().equals(now)) {
      return;
    }
    Look look = new Look(Origin.FILE);
    files.faults().forEach(fault -> look.fault(fault.file(), List.of(fault)));
    look.takeCodes(files.codeLists());
    look.at(files.definitions());
    Map<String, List<DefinitionFault>> before = state.faulty();
    state = new State(look.waiting, look.faulty, files.definitions().keySet());
    seen = look.failures.isEmpty() ? Optional.of(new Seen(files, rows.count())) : Optional.empty();
    look.faulty.forEach(
        (file, faults) -> {
          if (!faults.equals(before.get(file))) {
            warn(file, faults);
            Optional.ofNullable(look.failures.get(file))
                .ifPresent(failure -> LOG.warn(file, failure));
          }
        });
  }

  private static void warn(String file, List<DefinitionFault> faults) {
    LOG.warn(
        Messages.say(Message.of("definition.folder-faulty", file, faults.size()), Language.ZH));
    faults.forEach(fault -> LOG.warn(fault.finding().say(Language.ZH)));
  }

  /** One look at a set of files. */
  private final class Look {
    private final Origin origin;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, List<DefinitionFault>> faulty = new TreeMap<>();

    /** What files have thrown that nobody expected; they are looked at again. */
    private final Map<String, RuntimeException> failures = new HashMap<>();

    Look(Origin origin) {
      this.origin = origin;
    }

    void fault(String file, List<DefinitionFault> faults) {
      faulty.put(file, faults);
    }

    void takeCodes(SortedMap<String, String> texts) {
      Map<String, CodeList> lists = new HashMap<>();
      texts.forEach(
          (file, text) ->
              attempt(
                  file,
                  () -> {
                    try {
                      lists.put(listOf(file), CodeList.read(listOf(file), file, text));
                    } catch (CsvTable.Faulty e) {
                      fault(file, List.of(codeListFault(file, String.valueOf(e.getMessage()))));
                    }
                  }));
      codes.use(
          lists,
          faulty.keySet().stream()
              .filter(FolderFiles::isCodeList)
              .map(Look::listOf)
              .collect(toSet()));
    }

    private static String listOf(String file) {
      return file.substring(FolderFiles.CODES.length() + 1, file.length() - ".csv".length());
    }

    /** Whatever goes wrong with one file is a fault of this file, and the others are looked at. */
    private void attempt(String file, Runnable work) {
      try {
        work.run();
      } catch (RuntimeException failure) {
        failures.put(file, failure);
        fault(
            file,
            List.of(
                new DefinitionFault(
                    file,
                    1,
                    1,
                    "",
                    Message.of("definition.file-failed", failure.toString()),
                    Message.of("definition.file-tried-again"))));
      }
    }

    private static DefinitionFault codeListFault(String file, String what) {
      Matcher line = LINE.matcher(what);
      return new DefinitionFault(
          file,
          line.find() ? Integer.parseInt(line.group(1)) : 1,
          1,
          "",
          Message.of("definition.bad-code-list", what),
          Message.of("definition.code-list-form"));
    }

    void at(SortedMap<String, String> texts) {
      Map<RegisterId, String> fileOf = new HashMap<>();
      texts.forEach(
          (file, text) ->
              attempt(
                  file,
                  () ->
                      DefinitionReader.read(file, text)
                          .definition()
                          .ifPresent(definition -> claim(definition.id(), file, text, fileOf))));
      Set<RegisterId> others = new HashSet<>(fileOf.keySet());
      texts.forEach(
          (file, text) -> {
            if (!faulty.containsKey(file)) {
              attempt(file, () -> takeUnlessKnown(file, text, others));
            }
          });
    }

    private void claim(
        RegisterId register, String file, String text, Map<RegisterId, String> fileOf) {
      String first = fileOf.putIfAbsent(register, file);
      if (first != null) {
        fault(
            file,
            List.of(
                DefinitionReader.fault(
                    file,
                    text,
                    "register",
                    Message.of("definition.same-register", register, first),
                    Message.of("definition.one-file-each"))));
      }
    }

    /** Whether the text was applied once; for what is shipped, whether its version was. */
    private boolean isKnown(String file, String text) {
      Optional<Definition> definition = DefinitionReader.read(file, text).definition();
      if (definition.isEmpty()) {
        return false;
      }
      RegisterId id = definition.get().id();
      int version = definition.get().version();
      return switch (origin) {
        case SHIPPED ->
            definitions.stored(id).map(stored -> stored.version() >= version).orElse(false);
        case FILE, EDITOR ->
            rows.find(id, version).map(stored -> stored.text().equals(text)).orElse(false);
      };
    }

    private void takeUnlessKnown(String file, String text, Set<RegisterId> others) {
      if (!isKnown(file, text)) {
        take(file, text, others);
      }
    }

    private void take(String file, String text, Set<RegisterId> others) {
      Proposal proposal = define.propose(file, text, others);
      if (proposal.definition().isEmpty()) {
        fault(file, proposal.faults());
      } else if (changesTable(proposal)) {
        waiting.add(new Waiting(file, proposal.definition().get(), text, proposal.plan()));
      } else {
        apply(file, text, others);
      }
    }

    private boolean changesTable(Proposal proposal) {
      return !proposal.plan().isEmpty()
          && definitions.stored(proposal.definition().orElseThrow().id()).isPresent();
    }

    private void apply(String file, String text, Set<RegisterId> others) {
      switch (define.apply(Audit.SYSTEM, origin, file, text, others)) {
        case DefineRegister.Outcome.Applied applied ->
            LOG.debug("{} is in force", applied.definition().id());
        case DefineRegister.Outcome.Refused(var faults) -> fault(file, faults);
        case DefineRegister.Outcome.Overtaken overtaken ->
            LOG.debug("{} was applied by another server", file);
      }
    }
  }

  /** The texts that are shipped, by file name. */
  private static final class ShippedFiles {
    private ShippedFiles() {}

    static SortedMap<String, String> read(String pattern) {
      SortedMap<String, String> texts = new TreeMap<>();
      try {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
          texts.put(
              String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        }
        return texts;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + pattern, e);
      }
    }
  }
}
