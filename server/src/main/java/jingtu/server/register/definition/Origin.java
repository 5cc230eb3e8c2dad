package jingtu.server.register.definition;

/** Where a definition came from. */
public enum Origin {
  /** It came with the program. */
  SHIPPED,
  /** Somebody put a file into the data folder. */
  FILE,
  /** It was made in the browser. */
  EDITOR
}
