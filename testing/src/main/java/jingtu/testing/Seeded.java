package jingtu.testing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A property holds for many made values. The values come from a seed, which is printed when the
 * property fails and can be given back with {@code -Djingtu.seed=…}.
 */
public final class Seeded {

  private static final long SEED = Long.getLong("jingtu.seed", 20_261_123L);

  private Seeded() {}

  /** Checks a property on {@code count} values made by {@code generator}. */
  public static <T> void forAll(
      int count, Function<RandomGenerator, T> generator, Consumer<T> property) {
    for (int i = 0; i < count; i++) {
      long seed = SEED + i;
      T value = generator.apply(random(seed));
      try {
        property.accept(value);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "fails for %s (seed -Djingtu.seed=%d): %s".formatted(value, seed, e.getMessage()), e);
      }
    }
  }

  /** The same sequence of numbers for the same seed, on every machine. */
  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** One of the values, each as likely as the others. */
  public static <T> T oneOf(RandomGenerator random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
