@NullMarked
package jingtu.server.backup;

import org.jspecify.annotations.NullMarked;
