package io.kollega.access;

import java.util.List;

/**
 * Tokens to be made for several people in one go, from a shell.
 *
 * @param people each by login or personnel code
 * @param openAccounts whether who has no account is to get one, without a password
 */
public record TokenOrder(List<String> people, TokenTerms terms, boolean openAccounts) {
    public TokenOrder {
        people = List.copyOf(people);
    }
}
