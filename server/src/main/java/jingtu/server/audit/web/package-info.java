/** The audit over HTTP. */
@NullMarked
package jingtu.server.audit.web;

import org.jspecify.annotations.NullMarked;
