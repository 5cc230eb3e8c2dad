@NullMarked
package jingtu.server.edge;

import org.jspecify.annotations.NullMarked;
