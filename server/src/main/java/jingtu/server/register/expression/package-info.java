/**
 * Conditions and computations that the authors of definitions write, in CEL (Common Expression
 * Language, cel.dev), over the fields of one record.
 *
 * <p>What differs from CEL as it comes:
 *
 * <ul>
 *   <li>All numbers are doubles, and {@code 3} is {@code 3.0}: {@code capacity > 3} holds for 3.5.
 *       A computed number is kept to 15 significant digits and 8 after the point.
 *   <li>A field without a value makes everything unknown that depends on it: {@code capacity > 3},
 *       {@code capacity == capacity}, {@code !(capacity > 3)}. {@code false && unknown} is false
 *       and {@code true || unknown} is true, as in SQL. {@code filled(x)}, which may be written
 *       {@code has(x)}, is never unknown.
 *   <li>A field that whoever asks may not see makes the whole expression {@link
 *       jingtu.server.register.expression.Outcome.Hidden}, before anything is evaluated and
 *       whatever the rest of it says; so neither a value, nor an error, nor a branch tells anything
 *       of it.
 *   <li>A day is a day: {@code found >= date('2026-01-01')}, {@code plus_days(d, n)}, {@code
 *       plus_months(d, n)}, {@code days_between(a, b)}, {@code year(d)}. There is no clock. {@code
 *       working_days_between(a, b)} counts both ends, as a period has its first day and its last;
 *       of a year whose days off are not loaded it knows the weekends only.
 *   <li>A period has {@code .from} and {@code .to}; an open one has no {@code .to}.
 *   <li>Codes, regions, marks and ids are texts; links and files are lists of ids; {@code state} is
 *       the id of the record's state. A text compared with {@code state} must be one.
 *   <li>{@code all}, {@code exists} and {@code exists_one} go round {@value
 *       jingtu.server.register.expression.Dialect#MOST_ITERATIONS} times at most, all together.
 * </ul>
 */
@NullMarked
package jingtu.server.register.expression;

import org.jspecify.annotations.NullMarked;
