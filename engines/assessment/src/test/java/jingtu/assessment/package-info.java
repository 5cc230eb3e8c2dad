@NullMarked
package jingtu.assessment;

import org.jspecify.annotations.NullMarked;
