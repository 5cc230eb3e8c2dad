package jingtu.server.duty.refill;

import java.util.UUID;

/**
 * A cell with what fills it.
 *
 * @param id stays when the cell moves, so that periods can be compared
 */
public record MappedCell(UUID id, Place place, Source source) {

  /** The rows that it writes into, at most, from the first. */
  int lastRow() {
    return source instanceof Source.Column column ? column.lastRow() : place.row();
  }

  boolean covers(Place other) {
    return other.sheet().equals(place.sheet())
        && other.column() == place.column()
        && other.row() >= place.row()
        && other.row() <= lastRow();
  }
}
