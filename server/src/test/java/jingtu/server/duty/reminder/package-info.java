/** Tests of reminders. */
@org.jspecify.annotations.NullMarked
package jingtu.server.duty.reminder;
