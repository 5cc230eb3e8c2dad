@NullMarked
package jingtu.planreader;

import org.jspecify.annotations.NullMarked;
