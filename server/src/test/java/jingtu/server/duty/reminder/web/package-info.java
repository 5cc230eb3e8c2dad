/** Tests of reminders over HTTP. */
@org.jspecify.annotations.NullMarked
package jingtu.server.duty.reminder.web;
