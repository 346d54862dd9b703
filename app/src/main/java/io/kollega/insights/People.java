package io.kollega.insights;

import java.util.BitSet;
import java.util.Collection;

/**
 * Distinct people, by their numbers; those of whom nobody is known count one each. Adding two gives
 * the people of the union, exactly. Raw: it must not leave the module.
 *
 * @param numbers each once
 */
record People(int[] numbers, long strangers) {
    static final People NONE = new People(new int[0], 0);

    static People sum(Collection<People> parts) {
        BitSet all = new BitSet();
        long strangers = 0;
        for (People part : parts) {
            for (int number : part.numbers) {
                all.set(number);
            }
            strangers += part.strangers;
        }
        return new People(all.stream().toArray(), strangers);
    }

    long count() {
        return numbers.length + strangers;
    }
}
