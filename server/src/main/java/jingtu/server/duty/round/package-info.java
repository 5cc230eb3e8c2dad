/**
 * Round-ups: progress on duties, collected from each organisation for a period by a day. A period
 * opens and closes by its calendar; what is missing on its day is listed, and taken afterwards as
 * late. What was accepted is changed only after it was opened again for a reason.
 */
@NamedInterface("round")
@NullMarked
package jingtu.server.duty.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
