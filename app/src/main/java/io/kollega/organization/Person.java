package io.kollega.organization;

/**
 * A person as colleagues know them, with the unit they belong to on the date that was asked for.
 * Holds no private data.
 */
public record Person(
        PersonId id, String code, String givenName, String familyName, UnitId unit, boolean head) {
    public String fullName() {
        return familyName.isEmpty() ? givenName : givenName + " " + familyName;
    }

    /** One or two letters for the round badge beside a name. */
    public String initials() {
        return first(givenName) + first(familyName);
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
