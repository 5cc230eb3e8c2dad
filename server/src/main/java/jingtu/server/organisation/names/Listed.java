package jingtu.server.organisation.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.NameAnswer.Candidates;
import jingtu.server.organisation.NameAnswer.Certain;
import jingtu.server.organisation.NameAnswer.Group;
import jingtu.server.organisation.NameAnswer.None;
import jingtu.server.organisation.NameGroup;
import jingtu.server.organisation.Organisation;
import jingtu.vocabulary.Message;

/** What the answers to the parts of a list come to. */
final class Listed {

  private final List<String> parts;
  private final List<NameAnswer> answers;
  private final boolean open;

  /** {@code answers[i]} belongs to {@code parts[i]}. */
  Listed(List<String> parts, List<NameAnswer> answers, boolean open) {
    this.parts = List.copyOf(parts);
    this.answers = List.copyOf(answers);
    this.open = open;
  }

  /** Whether a part is somebody or many, and no mere proposal. */
  static boolean isSure(NameAnswer answer) {
    return answer instanceof Certain || answer instanceof Group;
  }

  /** A list, where something in it is sure and the rest are names of offices at least. */
  Optional<NameAnswer> answer() {
    for (int i = 0; i < parts.size(); i++) {
      boolean office = !Office.of(parts.get(i)).kind().isEmpty();
      if (!isSure(answers.get(i)) && !(office && answers.get(i) instanceof Candidates)) {
        return Optional.empty();
      }
    }
    return answers.stream().anyMatch(Listed::isSure) ? Optional.of(join()) : Optional.empty();
  }

  /** Several groups of one kind are a group of that kind. */
  private NameGroup kind() {
    List<NameGroup> kinds =
        answers.stream()
            .map(each -> each instanceof Group group ? group.kind() : NameGroup.LISTED)
            .distinct()
            .toList();
    return kinds.size() == 1 ? kinds.getFirst() : NameGroup.LISTED;
  }

  private Group join() {
    Map<UUID, Organisation> members = new LinkedHashMap<>();
    List<String> unresolved = new ArrayList<>();
    boolean everyOne = true;
    for (int i = 0; i < parts.size(); i++) {
      switch (answers.get(i)) {
        case Certain certain ->
            members.putIfAbsent(certain.organisation().id(), certain.organisation());
        case Group group -> {
          everyOne &= group.everyOne();
          if (group.members().isEmpty()) {
            unresolved.add(parts.get(i));
          }
          group.members().forEach(member -> members.putIfAbsent(member.id(), member));
        }
        case Candidates candidates -> unresolved.add(parts.get(i));
        case None none -> unresolved.add(parts.get(i));
      }
    }
    NameGroup kind = kind();
    return new Group(
        kind,
        everyOne,
        open,
        List.copyOf(members.values()),
        unresolved,
        Message.of("names.group." + kind));
  }
}
