package jingtu.server.register.expression;

import dev.cel.compiler.CelCompiler;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may read: fields by id with their type, and {@code state}. Two that say the
 * same are equal.
 */
public final class Variables {

  /** The variable that holds the record's state. */
  public static final String STATE = "state";

  /** Words of the language, which no field can be called. */
  private static final Set<String> WORDS =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          "today",
          STATE);

  /** What a field holds, as far as an expression is concerned. */
  public enum Type {
    TEXT,
    NUMBER,
    DATE,
    FLAG,
    PERIOD,
    LIST
  }

  private final Map<String, Type> types;
  private final Set<String> states;
  private final int hash;
  private volatile @Nullable CelCompiler compiler;

  private Variables(Map<String, Type> types, Set<String> states) {
    this.types = types;
    this.states = states;
    this.hash = 31 * types.hashCode() + states.hashCode();
  }

  /**
   * Fields by id, and the ids of the states that a record can be in.
   *
   * @throws IllegalArgumentException where a field is called as no field can be
   */
  public static Variables of(Map<String, Type> types, Collection<String> states) {
    types.keySet().stream()
        .filter(Variables::isReserved)
        .findFirst()
        .ifPresent(
            word -> {
              throw new IllegalArgumentException(word + " is a word of the language");
            });
    return new Variables(new TreeMap<>(types), new TreeSet<>(states));
  }

  /** Whether a field cannot be called so, because expressions could not name it. */
  public static boolean isReserved(String word) {
    return WORDS.contains(word);
  }

  Map<String, Type> types() {
    return types;
  }

  Set<String> states() {
    return states;
  }

  /** Made once: it knows a few hundred declarations. */
  CelCompiler compiler() {
    CelCompiler made = compiler;
    if (made == null) {
      made = Dialect.compiler(this);
      compiler = made;
    }
    return made;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Variables o
        && hash == o.hash
        && types.equals(o.types)
        && states.equals(o.states);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return types + " " + states;
  }
}
