package jingtu.sheets;

import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * A finding about one cell.
 *
 * @param at the cell that is marked where the file is written back
 */
public record CellFinding(CellAddress at, Message problem, Message remedy) {

  /** The finding with its place in words. */
  public Finding finding() {
    return new Finding(at.toString(), problem, remedy);
  }
}
