package jingtu.server.register.exchange.cell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.register.RegisterId;

/**
 * What things are called in the cells of a table, as far as the account may know of them.
 *
 * @param codes the entries of a list of codes, by the list's name
 * @param regions the names of regions by their codes
 * @param titles what linked records are called
 * @param files what pieces of evidence are called
 */
public record CellNames(
    Function<String, CodeNames> codes,
    Map<String, String> regions,
    OrganisationNames organisations,
    Titles titles,
    Files files) {

  /** The list of the marks that say whether a record may be made public. */
  public static final String DISCLOSURE = "disclosure";

  public CellNames {
    regions = Map.copyOf(regions);
  }

  /** What records are called when others link to them. */
  public interface Titles {

    /** The title of a record; empty where the account does not see it. */
    Optional<String> find(UUID id);

    /** The records of a register that bear a title. */
    List<UUID> called(RegisterId register, String title);
  }

  /** What pieces of evidence are called. */
  public interface Files {

    /** The name of the newest version; empty where the account does not see the file. */
    Optional<String> find(UUID id);

    /** Says that these will be asked for, so that they can be looked up together. */
    void expect(Collection<UUID> ids);
  }
}
