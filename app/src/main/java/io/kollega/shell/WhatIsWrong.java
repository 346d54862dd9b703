package io.kollega.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says to a program which part of its call can't be read, and what is expected there. */
final class WhatIsWrong {
    private static final int LONGEST_VALUE = 60;

    private WhatIsWrong() {}

    /** The sentence; null where nothing better is known than what the problem says itself. */
    static @Nullable String with(Throwable thrown) {
        return switch (thrown) {
            case MethodArgumentTypeMismatchException it ->
                    "The parameter "
                            + it.getName()
                            + " can't be "
                            + quoted(it.getValue())
                            + ": "
                            + expected(it.getRequiredType())
                            + " is expected.";
            case TypeMismatchException it ->
                    quoted(it.getValue()) + " is not " + expected(it.getRequiredType()) + ".";
            case MissingServletRequestParameterException it ->
                    "The parameter " + it.getParameterName() + " is missing.";
            case MissingRequestHeaderException it ->
                    "The header " + it.getHeaderName() + " is missing.";
            case BindException it -> bound(it);
            case HttpMessageNotReadableException it -> body(it.getCause());
            case HttpMediaTypeNotSupportedException it ->
                    "Send the body as " + listed(it.getSupportedMediaTypes()) + ".";
            case HttpMediaTypeNotAcceptableException it ->
                    "It can be had as " + listed(it.getSupportedMediaTypes()) + ".";
            case HttpRequestMethodNotSupportedException it ->
                    it.getSupportedMethods() == null
                            ? null
                            : "Here one can "
                                    + String.join(", ", it.getSupportedMethods())
                                    + " only.";
            default -> null;
        };
    }

    private static String bound(BindException thrown) {
        FieldError first = thrown.getFieldError();
        return first == null
                ? "Something given can't be read."
                : "The parameter "
                        + first.getField()
                        + " can't be "
                        + quoted(first.getRejectedValue())
                        + ".";
    }

    private static String body(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException it ->
                    "There is no property "
                            + it.getPropertyName()
                            + " here"
                            + (it.getKnownPropertyIds() == null
                                    ? "."
                                    : "; there are: "
                                            + it.getKnownPropertyIds().stream()
                                                    .map(String::valueOf)
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))
                                            + ".");
            case InvalidFormatException it ->
                    place(it)
                            + " can't be "
                            + quoted(it.getValue())
                            + ": "
                            + expected(it.getTargetType())
                            + " is expected.";
            case MismatchedInputException it ->
                    place(it) + " must be " + expected(it.getTargetType()) + ".";
            case StreamReadException it ->
                    "The body is not JSON: it can't be read at line "
                            + it.getLocation().getLineNr()
                            + ", column "
                            + it.getLocation().getColumnNr()
                            + ".";
            case null -> "Send a body of JSON.";
            default -> "The body can't be read; send JSON as the interface describes it.";
        };
    }

    private static String place(JacksonException thrown) {
        String path =
                thrown.getPath().stream()
                        .map(it ->
                                it.getPropertyName() == null
                                        ? "[" + it.getIndex() + "]"
                                        : it.getPropertyName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "The body" : "The property " + path;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        return switch (type.getSimpleName()) {
            case "long", "Long", "int", "Integer" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a day like 2026-03-31";
            case "YearMonth" -> "a month like 2026-03";
            case "Instant", "OffsetDateTime" -> "a moment like 2026-03-31T09:00:00Z";
            case "String" -> "a text";
            case "List", "Set" -> "a list";
            case "Map" -> "an object";
            default ->
                    type.isEnum() ? oneOf(type) : type.isRecord() ? "an object" : "another value";
        };
    }

    private static String oneOf(Class<?> type) {
        return "one of "
                + List.of(type.getEnumConstants()).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    private static String listed(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }

    private static String quoted(@Nullable Object value) {
        String text = String.valueOf(value);
        return "\""
                + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text)
                + "\"";
    }
}
