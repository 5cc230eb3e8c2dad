@NullMarked
package jingtu.server.plan.decomposition.sheet;

import org.jspecify.annotations.NullMarked;
