package io.kollega.access;

/**
 * What the person has besides the password.
 *
 * @param due whether they must set one up before anything else
 */
record FactorsView(SecondFactors.Held held, boolean due) {}
