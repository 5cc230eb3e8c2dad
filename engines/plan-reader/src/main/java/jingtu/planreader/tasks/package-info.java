/** From paragraphs and tables to what they oblige: tasks, actions, goals, obligations, findings. */
@NullMarked
package jingtu.planreader.tasks;

import org.jspecify.annotations.NullMarked;
