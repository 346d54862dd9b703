package io.kollega.organization;

import java.util.Locale;

/** How a change of units or people ended. */
public sealed interface Staffed {
    /** It is written down. */
    record Done() implements Staffed {}

    /** It can't be so; nothing is changed. */
    record Refused(Reason reason) implements Staffed {}

    /** Why it can't be so. */
    enum Reason {
        /** The unit does not exist on that day. */
        NO_SUCH_UNIT,
        /** The person does not exist, or does not work here on that day. */
        NO_SUCH_PERSON,
        /** People still belong to the unit on that day or later. */
        HAS_PEOPLE,
        /** Other units still lie under the unit on that day or later. */
        HAS_UNITS,
        /** The unit would be above itself. */
        CIRCLE,
        /** The last day is before the first, or has passed. */
        NO_TIME,
        /** Nobody leaves before they have come. */
        BEFORE_FIRST_DAY,
        /** Nobody has said that the person leaves. */
        NOT_LEAVING,
        /** Nobody could administer any more. */
        LAST_ADMINISTRATOR,
        /** A name or a code is missing or longer than any is. */
        NAME_UNFIT,
        /** This is no mail address. */
        EMAIL_UNFIT,
        /** Nobody stands in for themselves. */
        SELF,
        /** There is nothing to change any more. */
        GONE;

        /** The name in message keys: {@code organization.refused.no-such-unit} and so on. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
