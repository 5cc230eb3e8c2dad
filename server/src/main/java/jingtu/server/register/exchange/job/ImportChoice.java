package jingtu.server.register.exchange.job;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import jingtu.server.register.exchange.intake.MatchColumns.Match;
import jingtu.server.register.exchange.intake.TableHead;
import jingtu.sheets.CellFinding;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file are taken for which of the register.
 *
 * @param offered the sheets that could be read
 * @param sheets those that are, which have the same head; one without a name where the file has
 *     none
 * @param header the row that somebody said is the head; 0 where it is looked for
 * @param head the head of the first sheet that is read
 * @param columns by their numbers in the file; those that are passed over are not among them
 * @param doubts headings that somebody should look at
 * @param saidOfEmpty what somebody said of empty cells; nothing of imports from before it was asked
 */
public record ImportChoice(
    List<String> offered,
    List<String> sheets,
    int header,
    TableHead head,
    Map<Integer, Match> columns,
    List<CellFinding> doubts,
    @Nullable EmptyCells saidOfEmpty) {

  /** What a cell without anything does to a record that is there already. */
  public enum EmptyCells {
    /** The record keeps what it holds there. */
    KEEP,
    /** The record loses it, where the file has the column. */
    CLEAR
  }

  public ImportChoice {
    offered = List.copyOf(offered);
    sheets = List.copyOf(sheets);
    columns = new TreeMap<>(columns);
    doubts = List.copyOf(doubts);
  }

  /** What empty cells do; they keep what is there where nobody said otherwise. */
  public EmptyCells emptyCells() {
    return saidOfEmpty == null ? EmptyCells.KEEP : saidOfEmpty;
  }

  ImportChoice emptying(EmptyCells said) {
    return new ImportChoice(offered, sheets, header, head, columns, doubts, said);
  }

  OptionalInt saidHeader() {
    return header == 0 ? OptionalInt.empty() : OptionalInt.of(header);
  }
}
