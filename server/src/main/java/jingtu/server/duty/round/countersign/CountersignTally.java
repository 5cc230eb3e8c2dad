package jingtu.server.duty.round.countersign;

/** How the countersigning of a report stands: how many wait to sign, agree and object. */
public record CountersignTally(int waiting, int agreed, int objected) {}
