/** What the tests of several modules share: seeded generators, golden files, what a test needs. */
@NullMarked
package jingtu.testing;

import org.jspecify.annotations.NullMarked;
