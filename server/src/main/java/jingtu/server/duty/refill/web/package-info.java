/** What browsers ask of forms from above. */
@NullMarked
package jingtu.server.duty.refill.web;

import org.jspecify.annotations.NullMarked;
