package org.fazhi.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Cases for a {@code @ParameterizedTest} that holds for any input: hands out one {@link Draw} a try. The display name of a
 * try is its seed, so that what failed is run alone by {@code @Seeded(tries = 1, seed = …)}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ArgumentsSource(Seeded.Tries.class)
public @interface Seeded {

    int tries();

    /** The seed of the first try; each that follows has the next number. */
    long seed() default 1;

    /** The tries of one annotation. */
    final class Tries implements ArgumentsProvider, AnnotationConsumer<Seeded> {

        private int tries;
        private long seed;

        @Override
        public void accept(Seeded seeded) {
            tries = seeded.tries();
            seed = seeded.seed();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return LongStream.range(seed, seed + tries)
                    .mapToObj(each -> Arguments.of(Named.of("seed " + each, new Draw(each))));
        }
    }
}
