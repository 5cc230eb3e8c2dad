/**
 * Countersigning (会签): the organisation that reports on a sentence asks the others whom the same
 * sentence calls on to agree to what it says, or to object in words. Whoever keeps the round-up
 * sees who signed what, and still decides alone.
 *
 * <p>A signature belongs to what was signed: once the line says something else it is void, and the
 * organisation is asked anew. What waits ends when the report is accepted or its duty is in no list
 * any more. Nothing in here changes a report.
 */
@NullMarked
package jingtu.server.duty.round.countersign;

import org.jspecify.annotations.NullMarked;
