package kollega.measurement;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Looks through a result, down to its last part, for figures that are none. */
final class Figures {

    private Figures() {}

    /** Adds a complaint for every NaN and every infinity inside. */
    static void check(String call, @Nullable Object result, List<String> complaints) {
        switch (result) {
            case null -> {}
            case Double number -> {
                if (!Double.isFinite(number)) {
                    complaints.add(call + " gave " + number);
                }
            }
            case OptionalDouble optional -> {
                if (optional.isPresent()) {
                    check(call, optional.getAsDouble(), complaints);
                }
            }
            case Optional<?> optional -> check(call, optional.orElse(null), complaints);
            case Collection<?> many -> many.forEach(one -> check(call, one, complaints));
            case Map<?, ?> many -> many.values().forEach(one -> check(call, one, complaints));
            case Record record -> {
                for (RecordComponent part : record.getClass().getRecordComponents()) {
                    check(call, value(part, record), complaints);
                }
            }
            case Object other when other.getClass().isArray() -> {
                for (int i = 0; i < Array.getLength(other); i++) {
                    check(call, Array.get(other, i), complaints);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(part.toString(), e);
        }
    }
}
