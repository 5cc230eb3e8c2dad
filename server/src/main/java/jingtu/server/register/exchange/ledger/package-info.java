/**
 * Registers made of sheets that an office already keeps: what such a sheet tells, as a proposal.
 */
@NullMarked
package jingtu.server.register.exchange.ledger;

import org.jspecify.annotations.NullMarked;
