package io.kollega.notifications;

import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.shell.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of notices, with those who did what they tell. */
record NoticesView(
        List<Notice> notices,
        Map<PersonId, Person> people,
        @Nullable String first,
        @Nullable String next) {
    /** What it is about, as people named it; by its name where nobody did. */
    String title(Page page, Notice notice) {
        return notice.about().title().isEmpty() ? name(page, notice) : notice.about().title();
    }

    /** Of what sort it is, with its number. */
    String name(Page page, Notice notice) {
        return page.t(notice.about().key(), String.valueOf(notice.about().id()));
    }

    /** The full name of who did it; empty when time did, or it is not known. */
    String by(Notice notice) {
        Long by = notice.by();
        Person person = by == null ? null : people.get(new PersonId(by));
        return person == null ? "" : person.fullName();
    }
}
