package jingtu.server.register.exchange.cell;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A thing as a cell names it where its name alone is not enough: the name for the reader and behind
 * it, in braces, the id by which it comes back.
 */
final class NameWithId {

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern WRITTEN = Pattern.compile(".*\\{(" + ID + ")}", Pattern.DOTALL);
  private static final Pattern BARE = Pattern.compile(ID);

  private NameWithId() {}

  /** A name on one line with its id. */
  static String write(String name, UUID id) {
    return name.replaceAll("\\R", " ").strip() + " {" + id + "}";
  }

  /** The id in what {@link #write} wrote, or that stands there by itself; empty where none does. */
  static Optional<UUID> id(String written) {
    Matcher named = WRITTEN.matcher(written);
    if (named.matches()) {
      return Optional.of(UUID.fromString(named.group(1)));
    }
    return BARE.matcher(written).matches()
        ? Optional.of(UUID.fromString(written))
        : Optional.empty();
  }
}
