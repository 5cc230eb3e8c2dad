/** The list of duties over HTTP, and what whoever keeps it decides. */
@NullMarked
package jingtu.server.duty.web;

import org.jspecify.annotations.NullMarked;
