package io.kollega.requests;

import io.kollega.organization.PersonId;
import java.util.regex.Pattern;

/** Whose requests a list shows. */
sealed interface Assignee {
    Pattern ID = Pattern.compile("\\d{1,18}");

    record Anyone() implements Assignee {}

    record Nobody() implements Assignee {}

    record One(PersonId person) implements Assignee {}

    /** The name in URLs: {@code me}, {@code none}, an id; anything else is anyone. */
    static Assignee of(String given, PersonId me) {
        return switch (given) {
            case "me" -> new One(me);
            case "none" -> new Nobody();
            case String id when ID.matcher(id).matches() ->
                    new One(new PersonId(Long.parseLong(id)));
            default -> new Anyone();
        };
    }
}
