@NullMarked
package jingtu.server.plan.decomposition;

import org.jspecify.annotations.NullMarked;
