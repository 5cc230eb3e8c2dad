package jingtu.server.duty.closeout;

import java.util.List;
import java.util.Optional;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.vocabulary.Message;

/**
 * That an item is done, in the words of its organisation.
 *
 * @param files what proves it, each once
 * @param toldBy by whom and how it was told, where somebody wrote it down for the organisation
 *     (代录); empty otherwise
 */
public record CloseOutSubmission(String words, List<EvidenceId> files, String toldBy) {

  /** Nothing was said. */
  public static final CloseOutSubmission NONE = new CloseOutSubmission("", List.of(), "");

  /** The most characters of the words. */
  public static final int LONGEST = 2000;

  /** The most files. */
  public static final int MOST_FILES = 50;

  public CloseOutSubmission {
    words = words.strip();
    files = files.stream().distinct().toList();
    toldBy = toldBy.strip();
  }

  /** What is missing in it, or too long; absent where it can be taken. */
  public Optional<Message> fault() {
    if (words.isEmpty()) {
      return Optional.of(Message.of("closeout.no-words"));
    }
    if (words.length() > LONGEST) {
      return Optional.of(Message.of("closeout.too-long", words.length(), LONGEST));
    }
    if (files.size() > MOST_FILES) {
      return Optional.of(Message.of("closeout.many-files", MOST_FILES));
    }
    return toldBy.length() > CloseOutItem.LONGEST_REASON
        ? Optional.of(Message.of("closeout.too-long", toldBy.length(), CloseOutItem.LONGEST_REASON))
        : Optional.empty();
  }
}
