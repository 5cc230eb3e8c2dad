/** What browsers ask of round-ups. */
@NullMarked
package jingtu.server.duty.round.web;

import org.jspecify.annotations.NullMarked;
