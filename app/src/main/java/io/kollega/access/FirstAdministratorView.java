package io.kollega.access;

import java.util.Map;

/**
 * The form for the first administrator.
 *
 * @param problems field to message key
 */
record FirstAdministratorView(
        String secret,
        boolean needsCompany,
        String company,
        String givenName,
        String familyName,
        String login,
        Map<String, String> problems) {}
