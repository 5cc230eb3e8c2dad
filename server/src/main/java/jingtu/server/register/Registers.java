package jingtu.server.register;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jingtu.server.register.binding.Binding;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Reliance;
import jingtu.server.register.record.Records;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The door to registers for code that stands on one: it binds the register to a Java record, field
 * by field, and works on that type.
 *
 * <p>Bind in a constructor. A definition that does not fit ends the start with a sentence for each
 * component, and none that would no longer fit can be applied afterwards.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Registers implements ApplicationRunner, Reliance {

  private final Definitions definitions;
  private final Records records;
  private final List<Binding<?>> bindings = new CopyOnWriteArrayList<>();

  Registers(Definitions definitions, Records records) {
    this.definitions = definitions;
    this.records = records;
  }

  /** That registers do not fit what the program makes of them. */
  public static final class Unfit extends RuntimeException {
    Unfit(List<Message> faults) {
      super(
          String.join(
              " ", faults.stream().map(fault -> Messages.say(fault, Language.EN)).toList()));
    }
  }

  /** Binds a register to a class of records; {@link Binding} says how the two must fit. */
  public <T extends Record> BoundRegister<T> bound(String register, Class<T> type) {
    Binding<T> binding = new Binding<>(new RegisterId(register), type);
    bindings.add(binding);
    return new BoundRegister<>(binding, records);
  }

  /** Holds every binding against the definition in force, once all definitions are there. */
  @Override
  public void run(ApplicationArguments arguments) {
    List<Message> faults = bindings.stream().flatMap(each -> faults(each).stream()).toList();
    if (!faults.isEmpty()) {
      throw new Unfit(faults);
    }
  }

  private List<Message> faults(Binding<?> binding) {
    return definitions
        .current(binding.register())
        .map(binding::faults)
        .orElseGet(
            () ->
                List.of(
                    Message.of(
                        "register-binding.no-register",
                        binding.register(),
                        binding.type().getSimpleName())));
  }

  @Override
  public List<Message> objections(Definition definition) {
    return bindings.stream()
        .filter(binding -> binding.register().equals(definition.id()))
        .flatMap(binding -> binding.faults(definition).stream())
        .toList();
  }
}
