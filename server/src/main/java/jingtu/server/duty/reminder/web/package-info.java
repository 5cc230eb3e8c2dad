/** What browsers ask of reminders. */
@NullMarked
package jingtu.server.duty.reminder.web;

import org.jspecify.annotations.NullMarked;
