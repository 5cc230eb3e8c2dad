@NullMarked
package jingtu.server.plan;

import org.jspecify.annotations.NullMarked;
