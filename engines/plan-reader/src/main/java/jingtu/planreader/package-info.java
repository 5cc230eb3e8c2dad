/**
 * Reads a published soil pollution prevention and control plan and tells everything that it
 * obliges: document → heads, goals, tasks, actions, obligations, findings.
 *
 * <p>Every entry points back to the words that it came from by code-point offsets into {@link
 * PlanReading#text()}, which is what {@code read-plan --format text} prints.
 */
@NullMarked
package jingtu.planreader;

import org.jspecify.annotations.NullMarked;
