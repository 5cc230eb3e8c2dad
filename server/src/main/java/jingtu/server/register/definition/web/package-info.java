/** Registers and their definitions over HTTP. */
@NullMarked
package jingtu.server.register.definition.web;

import org.jspecify.annotations.NullMarked;
