package jingtu.server.organisation.names;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.server.organisation.NameGroup;

/** The words that mean many at once. */
final class GroupWords {

  /**
   * One kind of such words.
   *
   * @param members whom of the directory: TOWNSHIPS, CITY, COUNTY, ZONES or NONE
   * @param ending the end that the members' short forms have; may be empty
   */
  record GroupWord(
      NameGroup kind, boolean everyOne, String members, String ending, Pattern pattern) {}

  private static final List<GroupWord> WORDS =
      NameData.lines("group-words.csv").stream().map(GroupWords::of).toList();

  private GroupWords() {}

  /** The first kind of words that a whole name is. */
  static Optional<GroupWord> find(String name) {
    return WORDS.stream().filter(word -> word.pattern().matcher(name).matches()).findFirst();
  }

  private static GroupWord of(String line) {
    String[] cells = line.split(";", 4);
    String[] members = cells[2].split("~", -1);
    return new GroupWord(
        NameGroup.valueOf(cells[0]),
        cells[1].equals("ALL"),
        members[0],
        members.length > 1 ? members[1] : "",
        Pattern.compile(cells[3]));
  }
}
