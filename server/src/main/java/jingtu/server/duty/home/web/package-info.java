/** Homes over HTTP. */
@NullMarked
package jingtu.server.duty.home.web;

import org.jspecify.annotations.NullMarked;
