/**
 * Reminders: what goes out to organisations by mail, or to the robot of their chat group, so that
 * they report. Everything lies in the {@link jingtu.server.duty.reminder.Outbox} first, and what
 * became of it stays there. What may have arrived is never sent twice by the program itself.
 */
@NullMarked
package jingtu.server.duty.reminder;

import org.jspecify.annotations.NullMarked;
