package jingtu.server.register.exchange.job;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingtu.server.JingtuServer;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.register.MadeRegister;
import jingtu.server.register.RecordsChanged;
import jingtu.server.register.RegisterId;
import jingtu.server.register.RegisterOffice;
import jingtu.server.register.definition.DefineRegister;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/**
 * A server in a process of its own that imports a file and stands still when a second part of its
 * rows is written and none committed, until somebody kills it; or that says what it finds.
 */
final class ImportUntilKilled {

  static final String STORING = "STORING";
  static final String FOUND = "FOUND ";

  private static final int ROWS = 1_500;
  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final RegisterId REGISTER = new RegisterId("killed");

  private ImportUntilKilled() {}

  /** The first argument is {@code import} or {@code look}, the others are settings. */
  public static void main(String[] args) {
    ConfigurableApplicationContext server =
        new SpringApplicationBuilder(JingtuServer.class).run(args);
    if (args[0].equals("import")) {
      importOne(server);
    } else {
      look(server);
      server.close();
      System.exit(0);
    }
  }

  private static void importOne(ConfigurableApplicationContext server) {
    RegisterOffice.open(
            server.getBean(Regions.class),
            server.getBean(Organisations.class),
            server.getBean(DefineRegister.class))
        .define(new MadeRegister(REGISTER.value()).field("name", MadeRegister.text()).definition());
    String rows = IntStream.range(0, ROWS).mapToObj(i -> "场" + i).collect(Collectors.joining("\n"));
    Imports imports = server.getBean(Imports.class);
    UUID id =
        imports
            .receiving()
            .receive(
                COORDINATOR,
                REGISTER,
                COUNTY,
                Optional.empty(),
                "killed.csv",
                ("字段name\n" + rows).getBytes(StandardCharsets.UTF_8))
            .id();
    imports.checking().start(COORDINATOR, id);
    EndedImport.of(imports, COORDINATOR, id);
    AtomicInteger parts = new AtomicInteger();
    ApplicationListener<PayloadApplicationEvent<RecordsChanged>> still =
        event -> {
          if (parts.incrementAndGet() == 2) {
            standStill();
          }
        };
    server.addApplicationListener(still);
    imports
        .running()
        .start(COORDINATOR, id, new RunImport.Wanted(ImportJob.Meeting.SKIP, Map.of(), false));
  }

  private static void standStill() {
    System.out.println(STORING);
    while (true) {
      LockSupport.park();
    }
  }

  private static void look(ConfigurableApplicationContext server) {
    ImportStep step = server.getBean(Imports.class).list(COORDINATOR, REGISTER).getFirst().step();
    long count = server.getBean(Records.class).count(COORDINATOR, REGISTER, RecordQuery.ALL);
    System.out.println(FOUND + step + " " + count);
  }
}
