/** What browsers ask of chasing. */
@NullMarked
package jingtu.server.duty.chase.web;

import org.jspecify.annotations.NullMarked;
