@NullMarked
package jingtu.server.register.lifecycle;

import org.jspecify.annotations.NullMarked;
