package io.kollega.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose names a text of JSON may take, for the description of the REST interface: those of an
 * enum's constants or of a sealed type's records, as slugs ({@code WAITING_CLIENT} and {@code
 * HandedOver} as {@code waiting-client} and {@code handed-over}). Checks nothing by itself, and
 * must not stand where slugs are made in another way.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface ValuesOf {
    Class<?> value();
}
