/** How a plan reading is written for other programs and for people. */
@NullMarked
package jingtu.planreader.output;

import org.jspecify.annotations.NullMarked;
