package jingtu.server.register.exchange.job;

import java.util.List;
import java.util.UUID;

/**
 * A sound row whose record is there already.
 *
 * @param sheet where the row stands
 * @param row its number there
 * @param differences what taking it would change; none where it says what is stored
 */
public record Twin(String sheet, int row, UUID record, List<Difference> differences) {

  /**
   * One field that the row says otherwise.
   *
   * @param field the field's id, or that of the column of the geometry
   * @param before in words, as stored; empty for nothing
   * @param after in words, as the row says
   */
  public record Difference(String field, String label, String before, String after) {}

  public Twin {
    differences = List.copyOf(differences);
  }
}
