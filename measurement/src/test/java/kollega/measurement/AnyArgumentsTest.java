package kollega.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is handed in, a finite result comes out, or a refusal that says what was wrong. */
class AnyArgumentsTest {

    private static final int CALLS = 20;

    /** Says by an infinity that units vary no more than chance lets them. */
    private static final Set<String> MAY_BE_INFINITE =
            Set.of("BrierMoments.concentration", "KleinmanMoments.concentration");

    private final List<Class<?>> library =
            new ClassFileImporter()
                            .withImportOption(new DoNotIncludeTests())
                            .importPackages("kollega.measurement")
                            .stream()
                            .<Class<?>>map(JavaClass::reflect)
                            .filter(AnyArgumentsTest::isPublic)
                            .sorted(Comparator.comparing(Class::getName))
                            .toList();
    private final List<String> failures = new ArrayList<>();
    private final List<String> neverDone = new ArrayList<>();

    @Test
    void everyDoorAnswersWithFiniteFiguresOrRefusesWithTheReason() {
        int doors = 0;
        for (Class<?> type : library) {
            for (Constructor<?> constructor : sorted(type.getConstructors())) {
                attack(constructor);
                doors++;
            }
            for (Method method : sorted(type.getMethods())) {
                if (method.getDeclaringClass() == type && !isNoDoor(method)) {
                    attack(method);
                    doors++;
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(doors).isGreaterThan(400);
        // Trees, encoded bytes and sums that must fit are too rare among any arguments.
        assertThat(neverDone.size())
                .as("doors that never gave a result: %s", neverDone)
                .isLessThan(doors / 10);
    }

    /** What every object has, and what only the classes behind an interface do. */
    private static boolean isNoDoor(Method method) {
        return method.isBridge()
                || Modifier.isAbstract(method.getModifiers())
                || Set.of("equals", "hashCode", "toString", "valueOf").contains(method.getName());
    }

    private void attack(Executable door) {
        var any = new AnyArguments(door.toGenericString().hashCode(), library);
        boolean done = false;
        int before = failures.size();
        for (int call = 0; call < CALLS && failures.size() == before; call++) {
            any.begin();
            Class<?>[] self =
                    Modifier.isStatic(door.getModifiers()) || door instanceof Constructor<?>
                            ? new Class<?>[0]
                            : new Class<?>[] {door.getDeclaringClass()};
            Optional<Object[]> target = any.of(self);
            Optional<Object[]> arguments = any.of(door.getGenericParameterTypes());
            if (target.isPresent() && arguments.isPresent()) {
                done |= call(door, self.length == 0 ? null : target.get()[0], arguments.get());
            }
        }
        if (!done) {
            neverDone.add(name(door));
        }
    }

    private boolean call(
            Executable door, @org.jspecify.annotations.Nullable Object target, Object[] arguments) {
        String call = name(door) + AnyArguments.told(arguments) + " of " + target;
        try {
            Object result =
                    door instanceof Constructor<?> constructor
                            ? constructor.newInstance(arguments)
                            : ((Method) door).invoke(target, arguments);
            if (door instanceof Method && !MAY_BE_INFINITE.contains(name(door))) {
                Figures.check(call, result, failures);
            }
            return true;
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (!(cause instanceof IllegalArgumentException)
                    || cause.getClass() != IllegalArgumentException.class
                    || String.valueOf(cause.getMessage()).length() < 10) {
                failures.add(call + " threw " + cause + place(cause));
            }
            return false;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(call, e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static <E extends Executable> List<E> sorted(E[] doors) {
        return java.util.Arrays.stream(doors)
                .sorted(Comparator.comparing(Executable::toGenericString))
                .toList();
    }

    private static String name(Executable door) {
        String owner = door.getDeclaringClass().getSimpleName();
        return door instanceof Constructor<?> ? "new " + owner : owner + "." + door.getName();
    }

    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0
                ? ""
                : " at " + trace[0] + (trace.length > 1 ? " from " + trace[1] : "");
    }
}
