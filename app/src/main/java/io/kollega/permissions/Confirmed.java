package io.kollega.permissions;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States that a deed is dangerous in other hands: who is signed in by a session is asked for the
 * password or the second factor again, unless they gave it a few minutes ago. Then the deed goes on
 * with what was typed. A program's token must be one that may administer.
 *
 * <p>Not for forms with a secret in a field: what was typed comes back in hidden fields.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Confirmed {}
