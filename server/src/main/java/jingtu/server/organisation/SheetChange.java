package jingtu.server.organisation;

import java.util.List;

/**
 * What a row of a sheet would do to the directory.
 *
 * @param row the row's number in the sheet
 * @param name the organisation's name as it is then
 * @param parts what changes, each as it was and as it would be; for a new organisation all that is
 *     said of it, and nothing for one that stays as it is
 */
public record SheetChange(Kind kind, int row, String name, List<Part> parts) {

  public SheetChange {
    parts = List.copyOf(parts);
  }

  /** Whether the organisation is known. */
  public enum Kind {
    NEW,
    CHANGED,
    SAME
  }

  /** One thing that is said of an organisation, before and after. */
  public record Part(OrganisationColumn column, String before, String after) {}
}
