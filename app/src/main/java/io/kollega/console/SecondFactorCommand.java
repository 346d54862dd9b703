package io.kollega.console;

import io.kollega.access.Accounts;
import io.kollega.access.SecondFactors;
import io.kollega.organization.PersonId;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Second factors, for when the last administrator has lost theirs. */
@Command(
        name = "second-factor",
        description = "Second factors of people.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SecondFactorCommand {
    @Spec private CommandSpec spec;

    @Command(
            name = "reset",
            description =
                    "Takes away a person's authenticator app, passkeys and recovery codes, and ends"
                            + " their sessions. The next sign-in is by password alone; whose role"
                            + " wants a second factor is then led to set one up.",
            mixinStandardHelpOptions = true)
    int reset(
            @Option(
                            names = "--person",
                            required = true,
                            paramLabel = "LOGIN",
                            description = "The login of the person.")
                    String login,
            @Mixin Connection connection,
            @Mixin Output output)
            throws Exception {
        return connection.run(modules -> {
            PersonId person =
                    modules.getBean(Accounts.class)
                            .holder(login)
                            .orElseThrow(() ->
                                    new Refused(
                                            "There is no account with the login "
                                                    + login
                                                    + ": check the spelling."));
            modules.getBean(SecondFactors.class).reset(person, 0);
            var out = spec.commandLine().getOut();
            output.print(
                    out,
                    Map.of("person", login, "reset", true),
                    () -> out.println("The second factors of " + login + " are taken away."));
            return 0;
        });
    }
}
