package jingtu.server.duty.closeout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.vocabulary.Message;

/**
 * What is to be done, by whom and until when.
 *
 * @param number as the list numbers it; empty where the program is to number it
 * @param task what is wrong, or is to be done
 * @param place where; may be empty
 * @param person who answers for it in the organisation
 * @param telephone of the person; may be empty
 * @param due absent only where it was not said, which is a fault
 * @param measures how; may be empty
 */
public record CloseOutEntry(
    String number,
    String task,
    String place,
    String person,
    String telephone,
    Optional<LocalDate> due,
    String measures) {

  /** At least five digits, and what people write between and after them. */
  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?=(?:\\D*\\d){5})[\\d\\s+()/,;.#*\\-\\p{IsHan}\\p{Punct}\\uFF08\\uFF09\\u3001\\uFF0C\\uFF1B]*");

  public CloseOutEntry {
    number = number.strip();
    task = task.strip();
    place = place.strip();
    person = person.strip();
    telephone = telephone.strip();
    measures = measures.strip();
  }

  /** The same under another number. */
  public CloseOutEntry numbered(String other) {
    return new CloseOutEntry(other, task, place, person, telephone, due, measures);
  }

  /** The same in the name of another person. */
  CloseOutEntry answeredBy(String other, String itsTelephone) {
    return new CloseOutEntry(number, task, place, other, itsTelephone, due, measures);
  }

  /** What its fields say, as texts. */
  public Map<CloseOutField, String> texts() {
    Map<CloseOutField, String> texts = new EnumMap<>(CloseOutField.class);
    texts.put(CloseOutField.NUMBER, number);
    texts.put(CloseOutField.TASK, task);
    texts.put(CloseOutField.PLACE, place);
    texts.put(CloseOutField.PERSON, person);
    texts.put(CloseOutField.TELEPHONE, telephone);
    texts.put(CloseOutField.DUE, due.map(LocalDate::toString).orElse(""));
    texts.put(CloseOutField.MEASURES, measures);
    return texts;
  }

  /** What is missing or wrong in it; nothing where it can be taken. */
  public List<CloseOutFault> faults() {
    List<CloseOutFault> faults = new ArrayList<>();
    texts()
        .forEach(
            (field, text) -> {
              if (text.length() > field.longest()) {
                faults.add(
                    new CloseOutFault(
                        field, Message.of("closeout.too-long", text.length(), field.longest())));
              }
            });
    if (task.isEmpty()) {
      faults.add(new CloseOutFault(CloseOutField.TASK, Message.of("closeout.no-task")));
    }
    if (person.isEmpty()) {
      faults.add(new CloseOutFault(CloseOutField.PERSON, Message.of("closeout.no-person")));
    }
    if (!telephone.isEmpty() && !TELEPHONE.matcher(telephone).matches()) {
      faults.add(
          new CloseOutFault(CloseOutField.TELEPHONE, Message.of("closeout.telephone", telephone)));
    }
    if (due.isEmpty()) {
      faults.add(new CloseOutFault(CloseOutField.DUE, Message.of("closeout.no-day")));
    } else if (!Targets.isLikely(due.get())) {
      faults.add(
          new CloseOutFault(CloseOutField.DUE, Message.of("closeout.unlikely-day", due.get())));
    }
    return faults;
  }
}
