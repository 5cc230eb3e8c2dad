package jingtu.server.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a sound row of a sheet comes to. What its sheet has no column for stays as it is.
 *
 * @param known the organisation that the row means, where there is one already
 * @param entry all that is to be said of it but whom it answers to
 * @param supervisor the name of the supervising organisation; empty for none
 */
record PlannedRow(
    OrganisationRow row,
    Optional<Organisation> known,
    OrganisationEntry entry,
    String supervisor,
    Optional<LocalDate> endedOn,
    List<Liaison> liaisons,
    SheetChange change) {

  boolean isCalled(String name) {
    return entry.name().equals(name) || entry.aliases().contains(name);
  }

  boolean changes(OrganisationColumn column) {
    return change.parts().stream().anyMatch(part -> part.column() == column);
  }
}
