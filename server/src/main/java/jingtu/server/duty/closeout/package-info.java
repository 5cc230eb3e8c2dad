/**
 * Close-out lists: what is to be struck off, item by item, each in the name of an organisation and
 * a person, with the percentages that are wanted by a day. Whoever keeps the region keeps its lists
 * and alone strikes off; the organisation of an item says when it is done. What was struck off
 * changes only after it was opened again for a reason.
 */
@NamedInterface("closeout")
@NullMarked
package jingtu.server.duty.closeout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
