@NullMarked
package jingtu.server.plan.decomposition.comment;

import org.jspecify.annotations.NullMarked;
