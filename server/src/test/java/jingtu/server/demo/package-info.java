@NullMarked
package jingtu.server.demo;

import org.jspecify.annotations.NullMarked;
