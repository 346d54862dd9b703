package io.kollega.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.kollega.access.AccountBook;
import io.kollega.access.Reader;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.requests.Requests;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Messages;
import io.kollega.shell.OutsideAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a mail. Words of a conversation are read only now, and only those both sides read. */
@Component
final class Composer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_WORDS = 4_000;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Composer.class.getClassLoader(), "io.kollega");
    private final Messages messages;
    private final Organization organization;
    private final Requests requests;
    private final AccountBook accounts;
    private final OutsideAddress outside;
    private final MailSettings settings;
    private final Clock clock;

    Composer(
            Messages messages,
            Organization organization,
            Requests requests,
            AccountBook accounts,
            OutsideAddress outside,
            MailSettings settings,
            Clock clock) {
        this.messages = messages;
        this.organization = organization;
        this.requests = requests;
        this.accounts = accounts;
        this.outside = outside;
        this.settings = settings;
        this.clock = clock;
    }

    /** One mail of these letters: of one, or of all of a digest. The first gives it its name. */
    MimeMessage write(Session session, List<Letter> letters, Reader reader, InternetAddress to)
            throws MessagingException {
        LetterView view = view(letters, reader);
        Letter first = letters.getFirst();
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", first.messageId());
                    }
                };
        message.setFrom(settings.from());
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(view.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", reader.locale().getLanguage());
        if (first.before() != null && first.first() != null) {
            message.setHeader("In-Reply-To", first.before());
            message.setHeader(
                    "References",
                    first.first().equals(first.before())
                            ? first.first()
                            : first.first() + "\r\n " + first.before());
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(view.text(), UTF_8);
        StringOutput page = new StringOutput();
        templates.render("mail/letter.jte", Map.of("view", view), page);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(page.toString(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private LetterView view(List<Letter> letters, Reader reader) {
        Map<PersonId, Person> people =
                organization.people(
                        letters.stream()
                                .map(Letter::by)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        List<LetterView.Piece> pieces = new ArrayList<>();
        for (Letter letter : letters) {
            pieces.add(piece(letter, reader, people));
        }
        String subject =
                letters.size() == 1
                        ? pieces.getFirst().title()
                        : messages.text(reader.locale(), "mail.digest", letters.size());
        return new LetterView(
                messages, reader.locale(), subject, pieces, outside.link("profile", "mail"));
    }

    private LetterView.Piece piece(Letter letter, Reader reader, Map<PersonId, Person> people) {
        About about = letter.about();
        Person by = letter.by() == null ? null : people.get(letter.by());
        return new LetterView.Piece(
                oneLine(
                        about.request()
                                ? messages.text(
                                        reader.locale(),
                                        "mail.subject.request",
                                        String.valueOf(about.id()),
                                        about.title())
                                : messages.text(reader.locale(), "mail.subject.account")),
                messages.text(reader.locale(), letter.sentence(), by == null ? "" : by.fullName()),
                words(letter),
                link(letter));
    }

    /** Where it stands; or a new link for the password, which only this mail ever tells. */
    private String link(Letter letter) {
        PersonId by = letter.by();
        return letter.sentence().equals(PasswordMail.SENTENCE) && by != null
                ? outside.link("password", accounts.passwordLink(letter.person(), by))
                : outside.link(letter.about().address().substring(1).split("/", -1));
    }

    /** What was asked or said; a long text ends where a page goes on. */
    private @Nullable String words(Letter letter) {
        PersonId by = letter.by();
        if (!letter.about().request() || by == null) {
            return null;
        }
        RequestId request = new RequestId(letter.about().id());
        String words =
                (letter.sentence().equals(Outbox.ASKED)
                                ? requests.asked(request)
                                : requests.said(request, by, letter.at()))
                        .orElse("");
        return words.isBlank() ? null : cut(words, LONGEST_WORDS);
    }

    /** Nothing that people type can begin a header of its own. */
    private static String oneLine(String text) {
        return cut(text.replaceAll("[\\s\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip(), LONGEST_SUBJECT);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
