/** Regions and organisations over HTTP. */
@NullMarked
package jingtu.server.organisation.web;

import org.jspecify.annotations.NullMarked;
