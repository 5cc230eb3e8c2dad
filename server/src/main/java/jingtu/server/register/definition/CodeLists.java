package jingtu.server.register.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The code lists that fields may use: those that are shipped, and those of the office in {@code
 * registers/codes} of the data folder, which go before shipped ones of the same name.
 */
@Component
public class CodeLists {

  private static final String SHIPPED = "classpath*:register/codes/*.csv";
  private static final String ENDING = ".csv";

  /** The list of the marks of disclosure. */
  public static final String DISCLOSURE = "disclosure";

  private final SortedMap<String, CodeList> shipped;
  private volatile SortedMap<String, CodeList> current;
  private Map<String, CodeList> ofOffice = Map.of();

  /** The lists that are shipped. */
  @Autowired
  public CodeLists() {
    this(readShipped());
  }

  /** These lists, by name. */
  public CodeLists(Map<String, CodeList> lists) {
    shipped = new TreeMap<>(lists);
    current = shipped;
  }

  private static Map<String, CodeList> readShipped() {
    Map<String, CodeList> lists = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        String name = String.valueOf(file.getFilename());
        String id = name.substring(0, name.length() - ENDING.length());
        lists.put(id, CodeList.read(id, name, file.getContentAsString(StandardCharsets.UTF_8)));
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped code lists", e);
    }
  }

  /** The list of that name. */
  public Optional<CodeList> find(String list) {
    return Optional.ofNullable(current.get(list));
  }

  /** The list that a field of a type takes its values from; marks of disclosure have one too. */
  public static Optional<String> listOf(FieldType type) {
    return switch (type) {
      case FieldType.Code(String list) -> Optional.of(list);
      case FieldType.DisclosureMark mark -> Optional.of(DISCLOSURE);
      case FieldType.Text text -> Optional.empty();
      case FieldType.LongText text -> Optional.empty();
      case FieldType.Figure figure -> Optional.empty();
      case FieldType.Quantity quantity -> Optional.empty();
      case FieldType.Date date -> Optional.empty();
      case FieldType.Period period -> Optional.empty();
      case FieldType.Flag flag -> Optional.empty();
      case FieldType.OfRegion region -> Optional.empty();
      case FieldType.OfOrganisation organisation -> Optional.empty();
      case FieldType.Post post -> Optional.empty();
      case FieldType.CreditCode code -> Optional.empty();
      case FieldType.EstateUnit unit -> Optional.empty();
      case FieldType.ParcelCode code -> Optional.empty();
      case FieldType.Link link -> Optional.empty();
      case FieldType.Evidence evidence -> Optional.empty();
      case FieldType.Computed computed -> Optional.empty();
    };
  }

  /** The names of all lists. */
  public Set<String> names() {
    return Collections.unmodifiableSet(current.keySet());
  }

  /**
   * From now on these are the office's own lists.
   *
   * @param unread the names of those that are there and cannot be read now: what they said last
   *     still holds
   */
  synchronized void use(Map<String, CodeList> own, Set<String> unread) {
    Map<String, CodeList> kept = new HashMap<>(ofOffice);
    kept.keySet().retainAll(unread);
    kept.putAll(own);
    ofOffice = kept;
    SortedMap<String, CodeList> all = new TreeMap<>(shipped);
    all.putAll(kept);
    current = all;
  }
}
