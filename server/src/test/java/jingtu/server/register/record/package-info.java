@NullMarked
package jingtu.server.register.record;

import org.jspecify.annotations.NullMarked;
