package io.kollega.mail;

import io.kollega.access.CurrentPerson;
import io.kollega.audit.Audit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** What the administrator must know of mail: whether it goes, and what does not arrive and why. */
@Controller
@Requires(Permission.ADMINISTER)
class StuckPage {
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final Organization organization;
    private final Postman postman;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StuckPage(
            JdbcClient jdbc,
            MailSettings settings,
            Organization organization,
            Postman postman,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.organization = organization;
        this.postman = postman;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static NavEntry mailEntry() {
        return new NavEntry(
                Door.ADMINISTRATION,
                60,
                "mail.administration",
                "/administration/mail",
                Set.of(Permission.ADMINISTER));
    }

    @GetMapping("/administration/mail")
    Rendered show() {
        List<StuckView.Line> lines = lines();
        return Rendered.of(
                "mail/stuck",
                new StuckView(
                        settings.server().map(MailServer::toString).orElse(null),
                        settings.from().getAddress(),
                        count("due <= ?"),
                        count("due > ? and trouble is null"),
                        lines,
                        organization.people(lines.stream().map(StuckView.Line::person).toList())));
    }

    @PostMapping("/administration/mail/{id}/attempt")
    RedirectView retry(CurrentPerson by, @PathVariable long id) {
        transactions.executeWithoutResult(_ -> {
            Timestamp now = Timestamp.from(clock.instant());
            int done =
                    jdbc.sql(
                                    """
                                    update mail.letter set given_up_at = null, due = ?, since = ?
                                    where id = ? and trouble is not null
                                    """)
                            .params(now, now, id)
                            .update();
            if (done == 1) {
                audit.record(by.id().value(), "mail.retried", "mail:" + id, Map.of());
            }
        });
        postman.hurry();
        return new RedirectView("/administration/mail?done=mail.administration.retried");
    }

    @PostMapping("/administration/mail/{id}/abandonment")
    RedirectView drop(CurrentPerson by, @PathVariable long id) {
        transactions.executeWithoutResult(_ -> {
            if (jdbc.sql("delete from mail.letter where id = ? and trouble is not null")
                            .param(id)
                            .update()
                    == 1) {
                audit.record(by.id().value(), "mail.abandoned", "mail:" + id, Map.of());
            }
        });
        return new RedirectView("/administration/mail?done=mail.administration.dropped");
    }

    private int count(String which) {
        return jdbc.sql("select count(*) from mail.letter where given_up_at is null and " + which)
                .param(Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private List<StuckView.Line> lines() {
        return jdbc
                .sql(
                        """
                        select id, person, topic, since, due, trouble, given_up_at is not null as ended
                        from mail.letter where trouble is not null order by id limit ?
                        """)
                .param(SHOWN)
                .query((row, _) ->
                        new StuckView.Line(
                                row.getLong("id"),
                                new PersonId(row.getLong("person")),
                                row.getString("topic"),
                                row.getTimestamp("since").toInstant(),
                                row.getTimestamp("due").toInstant(),
                                row.getString("trouble"),
                                row.getBoolean("ended")))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
