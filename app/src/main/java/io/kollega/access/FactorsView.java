package io.kollega.access;

import java.util.List;

/**
 * What the person has besides the password.
 *
 * @param device what a passkey made here could be called
 * @param due whether they must set one up before anything else
 */
record FactorsView(
        SecondFactors.Held held, List<Passkeys.Passkey> passkeys, Device device, boolean due) {}
