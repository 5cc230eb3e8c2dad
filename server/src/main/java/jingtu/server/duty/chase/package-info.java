/**
 * Chasing (催办): who has not reported in a round-up, the words in which to ask them, and a record of
 * having asked. Words are made to be pasted into a chat group; {@code reminder} sends them.
 */
@NullMarked
package jingtu.server.duty.chase;

import org.jspecify.annotations.NullMarked;
