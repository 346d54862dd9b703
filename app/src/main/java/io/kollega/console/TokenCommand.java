package io.kollega.console;

import io.kollega.access.TokenDelivery;
import io.kollega.access.TokenOrder;
import io.kollega.access.TokenOrders;
import io.kollega.access.TokenScope;
import io.kollega.access.TokenTerms;
import io.kollega.shell.Messages;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** API tokens. */
@Command(name = "token", description = "API tokens.", mixinStandardHelpOptions = true)
final class TokenCommand {
    private static final int TOLD = 20;

    @Spec private CommandSpec spec;

    private record Made(List<TokenDelivery.Handed> tokens) {}

    @Command(
            name = "create",
            description =
                    "Makes an API token for each of these people and prints it, this once."
                            + " If one of them can't have one, nobody gets any.",
            mixinStandardHelpOptions = true)
    int create(
            @Option(
                            names = "--person",
                            required = true,
                            arity = "1..*",
                            paramLabel = "LOGIN",
                            description =
                                    "The login or the personnel code of the person; may stand"
                                            + " several times.")
                    List<String> people,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "What the token is for.")
                    String name,
            @Option(
                            names = "--open-account",
                            description =
                                    "Give who has no account one, with the personnel code for a"
                                            + " login and without a password.")
                    boolean openAccount,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            defaultValue = "write",
                            description =
                                    "What the token may do: read, write (which reads too, the"
                                            + " default), or administer, which is all that the"
                                            + " person may.")
                    String scope,
            @Option(
                            names = "--expires",
                            paramLabel = "DAY",
                            description =
                                    "The last day on which it is valid, such as 2026-12-31; a year"
                                            + " at most, which is the default.")
                    @Nullable LocalDate last,
            @Mixin Connection connection,
            @Mixin Output output)
            throws Exception {
        TokenScope allowed =
                TokenScope.named(scope)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "--scope must be read, write or administer."));
        return connection.run(modules -> {
            TokenOrder order =
                    new TokenOrder(people, new TokenTerms(name, allowed, last), openAccount);
            return switch (modules.getBean(TokenOrders.class).deliver(order)) {
                case TokenDelivery.Delivered(List<TokenDelivery.Handed> tokens) -> {
                    PrintWriter out = spec.commandLine().getOut();
                    output.print(out, new Made(tokens), () -> tell(out, tokens));
                    yield 0;
                }
                case TokenDelivery.Unfit(TokenTerms.Fault fault) ->
                        throw new Refused(
                                modules.getBean(Messages.class)
                                        .text(
                                                Locale.ENGLISH,
                                                "console.token.terms." + fault.slug()));
                case TokenDelivery.Refused(List<TokenDelivery.Fault> faults) ->
                        throw refusal(faults, modules.getBean(Messages.class));
            };
        });
    }

    /** The token alone, or, of several, each behind its person and a tab. */
    private static void tell(PrintWriter out, List<TokenDelivery.Handed> tokens) {
        for (TokenDelivery.Handed one : tokens) {
            out.println(tokens.size() == 1 ? one.token() : one.person() + "\t" + one.token());
        }
    }

    private static Refused refusal(List<TokenDelivery.Fault> faults, Messages messages) {
        List<String> sentences = new ArrayList<>();
        for (TokenDelivery.Fault fault : faults.subList(0, Math.min(TOLD, faults.size()))) {
            sentences.add(
                    messages.text(
                            Locale.ENGLISH,
                            "console.token." + fault.reason().slug(),
                            fault.person()));
        }
        if (faults.size() > TOLD) {
            sentences.add(
                    messages.text(Locale.ENGLISH, "console.token.more", faults.size() - TOLD));
        }
        sentences.add(messages.text(Locale.ENGLISH, "console.token.nothing"));
        return new Refused(sentences);
    }
}
