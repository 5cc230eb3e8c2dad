/** The records of registers over HTTP. */
@NullMarked
package jingtu.server.register.record.web;

import org.jspecify.annotations.NullMarked;
