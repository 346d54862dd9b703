package io.kollega.mail;

import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can't be delivered: to whom, since when and why; never what it says.
 *
 * @param server the mail server, without its password; null where no mail goes out
 * @param waiting mails that are due and have not gone
 * @param later mails that are kept for a digest or the end of quiet hours
 */
record StuckView(
        @Nullable String server,
        String from,
        int waiting,
        int later,
        List<Line> lines,
        Map<PersonId, Person> people) {
    record Line(
            long id,
            PersonId person,
            String topic,
            Instant since,
            Instant due,
            String trouble,
            boolean givenUp) {}

    String name(Line line) {
        Person person = people.get(line.person());
        return person == null ? "" : person.fullName();
    }
}
