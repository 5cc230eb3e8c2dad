/** Steps, functions, deadlines and relations over HTTP. */
@NullMarked
package jingtu.server.register.lifecycle.web;

import org.jspecify.annotations.NullMarked;
