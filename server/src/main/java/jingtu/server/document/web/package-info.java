/** Stored files over HTTP. */
@NullMarked
package jingtu.server.document.web;

import org.jspecify.annotations.NullMarked;
