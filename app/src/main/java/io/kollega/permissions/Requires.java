package io.kollega.permissions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States the permission that an endpoint needs; any one of several suffices, and with none named it
 * is enough to be signed in. For a permission of a unit it asks only that the person holds it for
 * some unit: which unit is checked where the unit is known. An endpoint without this or {@link
 * Anyone} is refused, and a test finds it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission[] value() default {};
}
