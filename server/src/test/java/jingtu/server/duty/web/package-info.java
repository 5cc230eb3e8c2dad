/** Tests of duties over HTTP. */
@org.jspecify.annotations.NullMarked
package jingtu.server.duty.web;
