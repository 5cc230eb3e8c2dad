/** How long the engines take, measured with JMH; see the README beside the sources. */
@NullMarked
package jingtu.benchmarks;

import org.jspecify.annotations.NullMarked;
