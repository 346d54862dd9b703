package io.kollega.shell;

import org.jspecify.annotations.Nullable;

/** A page that says what went wrong and what to do. {@code sentence} replaces the usual advice. */
public record ProblemView(Problem problem, @Nullable String sentence) {}
