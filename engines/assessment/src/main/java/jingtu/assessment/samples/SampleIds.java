package jingtu.assessment.samples;

import java.util.OptionalInt;

/**
 * The ids that a sheet has had so far, each as 64 bits of hash and the row where it stood: 12 bytes
 * a place, at most two thirds of the places taken.
 *
 * <p>It holds up to {@value #MOST} ids (100 MB) and takes no more up beyond that. Two different ids
 * among that many have the same 64 bits with a chance below one in two million.
 */
final class SampleIds {

  static final int MOST = 4_000_000;

  private static final int FIRST_PLACES = 1 << 10;

  private long[] hashes = new long[FIRST_PLACES];
  private int[] rows = new int[FIRST_PLACES];
  private int size;

  /**
   * Takes an id up unless it is there.
   *
   * @return the row where it stood before
   */
  OptionalInt add(String id, int row) {
    long hash = hash(id);
    int place = place(hash);
    if (hashes[place] == hash) {
      return OptionalInt.of(rows[place]);
    }
    if (size < MOST) {
      hashes[place] = hash;
      rows[place] = row;
      size++;
      growIfCrowded();
    }
    return OptionalInt.empty();
  }

  private int place(long hash) {
    int mask = hashes.length - 1;
    int place = (int) (hash >>> 20) & mask;
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void growIfCrowded() {
    if (size * 3L < hashes.length * 2L) {
      return;
    }
    long[] oldHashes = hashes;
    int[] oldRows = rows;
    hashes = new long[oldHashes.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int place = place(oldHashes[i]);
        hashes[place] = oldHashes[i];
        rows[place] = oldRows[i];
      }
    }
  }

  /** FNV-1a over the characters, then mixed as in SplitMix64; never 0, which marks a free place. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
