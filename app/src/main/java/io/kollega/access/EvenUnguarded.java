package io.kollega.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open even to who must set up a second factor first: what that needs, and the way out. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface EvenUnguarded {}
