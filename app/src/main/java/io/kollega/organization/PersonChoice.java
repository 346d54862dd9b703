package io.kollega.organization;

import java.util.List;

/** Whom somebody meant by what they typed. */
public sealed interface PersonChoice {
    record One(Person person) implements PersonChoice {}

    record Nobody() implements PersonChoice {}

    /** Several fit; the first of them, to choose from. */
    record Several(List<Person> people) implements PersonChoice {}

    /** How to write a person so that nobody else is meant: name and code. */
    static String label(Person person) {
        return person.fullName() + " (" + person.code() + ")";
    }
}
