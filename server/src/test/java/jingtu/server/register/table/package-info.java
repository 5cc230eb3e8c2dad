@NullMarked
package jingtu.server.register.table;

import org.jspecify.annotations.NullMarked;
