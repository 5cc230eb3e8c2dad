@NullMarked
package jingtu.server.register.definition;

import org.jspecify.annotations.NullMarked;
