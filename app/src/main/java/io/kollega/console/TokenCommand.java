package io.kollega.console;

import io.kollega.access.Accounts;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** API tokens. */
@Command(name = "token", description = "API tokens.", mixinStandardHelpOptions = true)
final class TokenCommand {
    @Spec private CommandSpec spec;

    @Command(
            name = "create",
            description = "Makes an API token of a person and prints it, this once.",
            mixinStandardHelpOptions = true)
    int create(
            @Option(
                            names = "--person",
                            required = true,
                            paramLabel = "LOGIN",
                            description = "The login of the person.")
                    String login,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "What the token is for.")
                    String name,
            @Mixin Connection connection,
            @Mixin Output output)
            throws Exception {
        if (name.isBlank()) {
            throw new Refused("Say what the token is for: --name.");
        }
        return connection.run(modules -> {
            Accounts accounts = modules.getBean(Accounts.class);
            String token =
                    accounts.holder(login)
                            .map(person -> accounts.issueToken(person, name))
                            .orElseThrow(() ->
                                    new Refused(
                                            "There is no account with the login "
                                                    + login
                                                    + ": check the spelling."));
            var out = spec.commandLine().getOut();
            output.print(out, Map.of("token", token), () -> out.println(token));
            return 0;
        });
    }
}
