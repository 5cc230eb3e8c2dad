@NullMarked
package jingtu.server.access;

import org.jspecify.annotations.NullMarked;
