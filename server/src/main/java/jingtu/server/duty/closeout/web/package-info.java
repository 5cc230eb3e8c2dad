/** What browsers ask of close-out lists. */
@NullMarked
package jingtu.server.duty.closeout.web;

import org.jspecify.annotations.NullMarked;
