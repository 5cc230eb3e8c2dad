/**
 * Homes: what one sees after signing in. The coordinator's list of today, what is asked of an
 * organisation, and the leader's page; each figure is the number of a list that can be opened.
 */
@NullMarked
package jingtu.server.duty.home;

import org.jspecify.annotations.NullMarked;
