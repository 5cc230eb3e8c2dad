/** Tests of names over HTTP. */
@org.jspecify.annotations.NullMarked
package jingtu.server.plan.resolution.web;
