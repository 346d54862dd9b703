package io.kollega.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beside {@code Confirmed}: done by who is signed in by a session, and by no token at all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InPerson {}
