/** What browsers ask of one-time links, and by them. */
@NullMarked
package jingtu.server.duty.round.link.web;

import org.jspecify.annotations.NullMarked;
