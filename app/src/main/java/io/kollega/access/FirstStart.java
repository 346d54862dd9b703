package io.kollega.access;

import io.kollega.shell.OutsideAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the link for the first administrator when Kollega begins to serve without accounts. */
@Component
final class FirstStart {
    private final FirstAdministrator administrator;
    private final OutsideAddress outside;

    FirstStart(FirstAdministrator administrator, OutsideAddress outside) {
        this.administrator = administrator;
        this.outside = outside;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        boolean serves = ready.getApplicationContext() instanceof WebServerApplicationContext;
        if (serves) {
            administrator.invite().ifPresent(this::print);
        }
    }

    private void print(String secret) {
        System.out.println(
                "There is no account yet. Create the administrator within "
                        + FirstAdministrator.VALID.toHours()
                        + " hours, by this link, which works once:\n"
                        + outside.link("first-administrator", secret));
    }
}
