package kollega.measurement;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Arguments of any type the library takes, tame ones and wild ones: zeros, huge and tiny numbers,
 * NaN, infinities, empty and single-element lists, lists whose lengths do not match.
 */
final class AnyArguments {

    private static final double[] WILD_DOUBLES = {
        0,
        -0.0,
        Double.MIN_VALUE,
        1e-308,
        1e-160,
        1e-20,
        .5,
        1,
        -1,
        2,
        1e10,
        1e100,
        -1e100,
        1e155,
        1e308,
        -1e308,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        .95,
        Math.nextDown(1),
        Math.nextUp(0)
    };
    private static final double[] TAME_DOUBLES = {0, .05, .1, .25, .5, .8, .9, .95, 1, 2, 3, 5, 10};
    private static final long[] WILD_LONGS = {
        0, 1, -1, 2, 10, 1000, Integer.MAX_VALUE, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final int[] WILD_INTS = {
        0, 1, -1, 2, 7, 100, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final String[] WORDS = {"a", "b", "c", "", "09:00", "13:00", "25:61"};
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 6, 11, 16};

    private final SplittableRandom random;
    private final Map<Class<?>, List<Class<?>>> implementations;
    private boolean wild;
    private int length;
    private int width;
    private int depth;

    AnyArguments(long seed, Collection<Class<?>> library) {
        random = new SplittableRandom(seed);
        implementations = new HashMap<>();
        for (Class<?> type : library) {
            for (Class<?> face : type.getInterfaces()) {
                implementations.computeIfAbsent(face, f -> new ArrayList<>()).add(type);
            }
        }
    }

    /** Starts a new call: whether it is wild, and how long its lists are. */
    void begin() {
        wild = random.nextInt(3) == 0;
        length = pick(LENGTHS);
        width = random.nextBoolean() ? length : pick(LENGTHS);
    }

    SplittableRandom random() {
        return random;
    }

    /** One argument for each type; empty if a type has no value that its constructors take. */
    Optional<Object[]> of(Type[] types) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Object value = value(types[i]);
            if (value == null) {
                return Optional.empty();
            }
            arguments[i] = value;
        }
        return Optional.of(arguments);
    }

    private @org.jspecify.annotations.Nullable Object value(Type type) {
        if (depth > 5) {
            return null;
        }
        depth++;
        try {
            return switch (type) {
                case Class<?> plain -> ofClass(plain);
                case ParameterizedType generic -> ofGeneric(generic);
                case WildcardType wildcard -> value(wildcard.getUpperBounds()[0]);
                case TypeVariable<?> _ -> WORDS[random.nextInt(3)];
                default -> null;
            };
        } finally {
            depth--;
        }
    }

    private @org.jspecify.annotations.Nullable Object ofGeneric(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        return switch (type.getRawType()) {
            case Class<?> c when c == List.class || c == Collection.class -> list(of[0]);
            case Class<?> c when c == Set.class -> {
                List<Object> list = list(of[0]);
                yield list == null ? null : new HashSet<>(list);
            }
            case Class<?> c when c == Map.class -> {
                List<Object> keys = list(of[0]);
                Map<Object, Object> map = new HashMap<>();
                for (Object key : keys == null ? List.of() : keys) {
                    Object value = value(of[1]);
                    if (value != null) {
                        map.put(key, value);
                    }
                }
                yield map;
            }
            case Class<?> raw -> ofClass(raw);
            default -> null;
        };
    }

    private @org.jspecify.annotations.Nullable List<Object> list(Type of) {
        int size = size();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Object value = value(of);
            if (value == null) {
                return null;
            }
            list.add(value);
        }
        return list;
    }

    private @org.jspecify.annotations.Nullable Object ofClass(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return number();
        }
        if (type == long.class || type == Long.class) {
            return wild && random.nextInt(3) == 0
                    ? WILD_LONGS[random.nextInt(WILD_LONGS.length)]
                    : (Long) (long) random.nextInt(0, 30);
        }
        if (type == int.class || type == Integer.class) {
            return wild && random.nextInt(3) == 0
                    ? WILD_INTS[random.nextInt(WILD_INTS.length)]
                    : (Integer) random.nextInt(0, random.nextBoolean() ? 3 : 30);
        }
        if (type == byte.class) {
            return (byte) random.nextInt(-128, 128);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return WORDS[random.nextInt(WORDS.length)];
        }
        if (type == Object.class) {
            return "a";
        }
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return ofTime(type) instanceof Object time
                ? time
                : type == RandomDataGenerator.class
                        ? new RandomDataGenerator(random.nextInt(100))
                        : ofLibrary(type);
    }

    private @org.jspecify.annotations.Nullable Object ofTime(Class<?> type) {
        LocalDate date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(0, 700));
        boolean far = wild && random.nextInt(3) == 0;
        if (type == Instant.class) {
            return far
                    ? random.nextBoolean() ? Instant.MAX : Instant.MIN
                    : Instant.ofEpochSecond(1_700_000_000L + random.nextInt(0, 60_000_000));
        }
        if (type == LocalDate.class) {
            return far ? LocalDate.MIN : date;
        }
        if (type == LocalTime.class) {
            return far ? LocalTime.MAX : LocalTime.of(random.nextInt(0, 24), 0);
        }
        if (type == MonthDay.class) {
            return far ? MonthDay.of(2, 29) : MonthDay.from(date);
        }
        if (type == Year.class) {
            return Year.of(far ? Year.MAX_VALUE : date.getYear());
        }
        if (type == DayOfWeek.class) {
            return date.getDayOfWeek();
        }
        return type == ZoneId.class
                ? ZoneId.of(random.nextBoolean() ? "Europe/Moscow" : "Pacific/Apia")
                : null;
    }

    private @org.jspecify.annotations.Nullable Object array(Class<?> of) {
        int size = size();
        double constant = number();
        boolean same = random.nextInt(6) == 0;
        int rowWidth = width;
        Object array = Array.newInstance(of, size);
        for (int i = 0; i < size; i++) {
            Object value;
            if (of == double.class) {
                value = same ? (Double) constant : (Double) number();
            } else if (of.isArray()) {
                int before = length;
                length = rowWidth;
                value = ofClass(of);
                length = before;
            } else {
                value = ofClass(of);
            }
            if (value == null) {
                return null;
            }
            Array.set(array, i, value);
        }
        return array;
    }

    /** Any object of the library, by one of its factories or constructors. */
    private @org.jspecify.annotations.Nullable Object ofLibrary(Class<?> type) {
        if (type.isInterface()) {
            List<Class<?>> known = implementations.getOrDefault(type, List.of());
            return known.isEmpty() ? null : ofClass(known.get(random.nextInt(known.size())));
        }
        List<java.lang.reflect.Executable> makers = new ArrayList<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            makers.add(constructor);
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && (method.getReturnType() == type || isOutcomeOf(type, method))) {
                makers.add(method);
            }
        }
        if (makers.isEmpty()) {
            return null;
        }
        boolean before = wild;
        // Otherwise hardly anything could be made of wild parts.
        wild = wild && random.nextInt(3) == 0;
        try {
            for (int attempt = 0; attempt < 12; attempt++) {
                var maker = makers.get(random.nextInt(makers.size()));
                Optional<Object[]> arguments = of(maker.getGenericParameterTypes());
                if (arguments.isPresent()) {
                    try {
                        Object made =
                                maker instanceof Constructor<?> constructor
                                        ? constructor.newInstance(arguments.get())
                                        : ((Method) maker).invoke(null, arguments.get());
                        if (made instanceof Outcome.Estimated<?>(Object estimate)) {
                            made = estimate;
                        }
                        if (type.isInstance(made) && isFinite(made)) {
                            return made;
                        }
                    } catch (InvocationTargetException refused) {
                        continue;
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            return null;
        } finally {
            wild = before;
        }
    }

    private static boolean isOutcomeOf(Class<?> type, Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType outcome
                && outcome.getRawType() == Outcome.class
                && outcome.getActualTypeArguments()[0] == type;
    }

    /** Whether an object holds no number that is not finite, as results made by hand may. */
    private static boolean isFinite(Object made) {
        var found = new ArrayList<String>();
        Figures.check("", made, found);
        return found.isEmpty();
    }

    private double number() {
        if (wild && random.nextInt(4) == 0) {
            return WILD_DOUBLES[random.nextInt(WILD_DOUBLES.length)];
        }
        return random.nextBoolean()
                ? TAME_DOUBLES[random.nextInt(TAME_DOUBLES.length)]
                : random.nextDouble();
    }

    private int size() {
        int size = random.nextInt(8) == 0 ? pick(LENGTHS) : length;
        return depth > 2 ? Math.min(size, 4) : size;
    }

    private int pick(int[] from) {
        return from[random.nextInt(from.length)];
    }

    /** A short form of arguments for the message of a failed test. */
    static String told(Object[] arguments) {
        String all = Arrays.deepToString(arguments);
        return all.length() > 600 ? all.substring(0, 600) + "..." : all;
    }
}
