package jingtu.planreader.revision;

/** Which task became which: the index of one in each version's list of tasks. */
public record TaskPair(int before, int after) {}
