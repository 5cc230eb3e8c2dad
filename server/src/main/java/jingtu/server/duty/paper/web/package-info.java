/** The papers of a round-up over HTTP. */
@NullMarked
package jingtu.server.duty.paper.web;

import org.jspecify.annotations.NullMarked;
