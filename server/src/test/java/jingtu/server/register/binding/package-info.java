@NullMarked
package jingtu.server.register.binding;

import org.jspecify.annotations.NullMarked;
