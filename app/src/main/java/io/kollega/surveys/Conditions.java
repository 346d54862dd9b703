package io.kollega.surveys;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Conditions in CEL over answers that come before. A condition that names an answer which was not
 * given is false, whatever else it says.
 */
final class Conditions {
    private static final int LONGEST = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    /** A condition made ready, and the answers that it names. */
    private record Ready(CelRuntime.Program program, Set<String> names) {}

    private final Map<String, Ready> ready = new HashMap<>();

    /**
     * Makes a condition ready.
     *
     * @param earlier the questions whose answers it may name
     * @return what is wrong with it and where; empty if it can be used
     */
    Optional<String> fault(String condition, Collection<Question> earlier) {
        if (condition.length() > LONGEST) {
            return Optional.of("A condition has at most " + LONGEST + " characters.");
        }
        Cel cel = cel(earlier);
        CelValidationResult result = cel.compile(condition);
        if (result.hasError()) {
            return Optional.of(
                    "Only answers to earlier questions can be named, and the result must be true"
                            + " or false: "
                            + result.getErrors().stream()
                                    .map(issue ->
                                            issue.getMessage()
                                                    + " (column "
                                                    + (issue.getSourceLocation().getColumn() + 1)
                                                    + ")")
                                    .collect(Collectors.joining("; ")));
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            Set<String> codes = earlier.stream().map(Question::code).collect(Collectors.toSet());
            Set<String> names = new HashSet<>();
            tree.getReferenceMap().values().forEach(it -> names.add(it.name()));
            names.retainAll(codes);
            ready.put(condition, new Ready(cel.createProgram(tree), Set.copyOf(names)));
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            return Optional.of("The condition can't be used: " + e.getMessage());
        }
    }

    /**
     * Whether a condition holds that was made ready before.
     *
     * @param answers the answers given so far, by the codes of their questions
     */
    boolean holds(String condition, Map<String, JsonNode> answers) {
        Ready found = ready.get(condition);
        if (found == null) {
            throw new IllegalArgumentException("Not made ready: " + condition);
        }
        Map<String, Object> values = new HashMap<>();
        for (String name : found.names) {
            JsonNode answer = answers.get(name);
            Object value = answer == null ? Optional.empty() : value(answer);
            if (value.equals(Optional.empty())) {
                return false;
            }
            values.put(name, value);
        }
        try {
            return Boolean.TRUE.equals(found.program.eval(values));
        } catch (CelEvaluationException e) {
            // A row of a matrix that nobody judged, or points that were not given.
            return false;
        }
    }

    private static Cel cel(Collection<Question> earlier) {
        CelBuilder builder =
                CelFactory.standardCelBuilder()
                        .setOptions(OPTIONS)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setResultType(SimpleType.BOOL);
        earlier.stream()
                .filter(question -> NAME.matcher(question.code()).matches())
                .forEach(question -> builder.addVar(question.code(), type(question.form())));
        return builder.build();
    }

    private static CelType type(Form form) {
        return switch (form) {
            case Form.Score _ -> SimpleType.INT;
            case Form.Agreement(var rows, _) ->
                    rows.isEmpty()
                            ? SimpleType.INT
                            : MapType.create(SimpleType.STRING, SimpleType.INT);
            case Form.Choice(_, var multiple) ->
                    multiple ? ListType.create(SimpleType.STRING) : SimpleType.STRING;
            case Form.Ranking _ -> ListType.create(SimpleType.STRING);
            case Form.Points _ -> MapType.create(SimpleType.STRING, SimpleType.DOUBLE);
            case Form.Number _ -> SimpleType.DOUBLE;
            case Form.Day _, Form.Text _, Form.Situation _ -> SimpleType.STRING;
            case Form.Knowledge _ -> SimpleType.DYN;
        };
    }

    /** As CEL knows it; empty for what nobody could judge. */
    private static Object value(JsonNode answer) {
        if (answer.isObject()) {
            Map<String, Object> rows = new HashMap<>();
            answer.properties()
                    .forEach(row -> {
                        Object value = value(row.getValue());
                        if (!value.equals(Optional.empty())) {
                            rows.put(row.getKey(), value);
                        }
                    });
            return rows;
        }
        if (answer.isArray()) {
            List<Object> values = new ArrayList<>();
            answer.forEach(each -> values.add(value(each)));
            return values;
        }
        if (answer.isIntegralNumber()) {
            return answer.asLong();
        }
        if (answer.isNumber()) {
            return answer.asDouble();
        }
        return answer.asString().equals(Form.CANT_JUDGE) ? Optional.empty() : answer.asString();
    }
}
