@NullMarked
package jingtu.planreader.grammar;

import org.jspecify.annotations.NullMarked;
