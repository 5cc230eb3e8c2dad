@NullMarked
package jingtu.server.plan.decomposition.table;

import org.jspecify.annotations.NullMarked;
