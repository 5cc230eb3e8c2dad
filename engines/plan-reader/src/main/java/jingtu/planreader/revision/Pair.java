package jingtu.planreader.revision;

/** Two things of a kind, by their indices in the older and the newer version. */
record Pair(int before, int after) {}
