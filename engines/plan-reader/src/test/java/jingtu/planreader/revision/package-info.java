@NullMarked
package jingtu.planreader.revision;

import org.jspecify.annotations.NullMarked;
