package jingtu.server.register.exchange.ledger;

import java.util.List;
import java.util.Optional;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.RegisterKind;
import jingtu.sheets.CellAddress;
import jingtu.sheets.ledger.LedgerReading;
import jingtu.sheets.ledger.ProposedColumn;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * What was read of a sheet as an office keeps it, and the register that is proposed for it.
 *
 * @param columns those of the ledger, each with what it may become
 * @param doubts what somebody should look at
 */
public record ProposedRegister(
    String fileName,
    LedgerReading ledger,
    RegisterId id,
    String name,
    RegisterKind kind,
    Definition.Shape geometry,
    List<Column> columns,
    List<Finding> doubts) {

  public ProposedRegister {
    columns = List.copyOf(columns);
    doubts = List.copyOf(doubts);
  }

  /** What a column becomes. */
  public enum Becomes {
    FIELD,
    LONGITUDE,
    LATITUDE,
    /** Longitude and latitude in one cell. */
    POINT;

    boolean isPlace() {
      return this != FIELD;
    }
  }

  /** A column, and the field that is proposed for it or would be. */
  public record Column(
      ProposedColumn read, Becomes becomes, ProposedField field, List<Misfit> misfits) {

    /** A cell that is no value of the proposed type. */
    public record Misfit(CellAddress at, String written, Message problem) {}

    public Column {
      misfits = List.copyOf(misfits);
    }
  }

  /**
   * A field as a definition file says it.
   *
   * @param type its word there; that of a text of few values is none of the format
   */
  public record ProposedField(
      String id,
      String label,
      String group,
      String type,
      Optional<String> unit,
      Optional<Integer> decimals,
      Optional<Integer> longest,
      List<String> choices,
      boolean required,
      boolean key) {

    public ProposedField {
      choices = List.copyOf(choices);
    }
  }
}
