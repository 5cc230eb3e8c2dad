package jingtu.sheets;

/** A rectangle of cells, its corners included; rows and columns count from 1. */
public record CellArea(int top, int left, int bottom, int right) {

  public CellArea {
    if (top < 1 || left < 1 || bottom < top || right < left) {
      throw new IllegalArgumentException(
          "no area: rows %d to %d, columns %d to %d".formatted(top, bottom, left, right));
    }
  }

  public boolean contains(int row, int column) {
    return row >= top && row <= bottom && column >= left && column <= right;
  }
}
