package io.kollega.surveys;

/** Something to choose, or a row of a matrix. */
public record Option(String code, Texts text) {}
