package jingtu.server.plan;

import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param by the name of the account
 */
public record Stamp(String by, Instant at) {}
