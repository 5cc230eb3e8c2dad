@NullMarked
package jingtu.server.plan.correction;

import org.jspecify.annotations.NullMarked;
