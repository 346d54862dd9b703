package io.kollega.access;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the link for the first administrator when Kollega begins to serve without accounts. */
@Component
final class FirstStart {
    private final FirstAdministrator administrator;
    private final Environment environment;

    FirstStart(FirstAdministrator administrator, Environment environment) {
        this.administrator = administrator;
        this.environment = environment;
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
                        + "http://localhost:"
                        + environment.getProperty("local.server.port", "")
                        + "/first-administrator/"
                        + secret);
    }
}
