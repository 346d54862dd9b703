package io.kollega.shell;

import java.util.Locale;

/** The doors of Kollega, as the top of every page shows them. */
public enum Door {
    FOR_ME,
    OUR_WORK,
    HOW_WE_DO,
    ADMINISTRATION;

    /** The message key of its name. */
    public String key() {
        return "shell.door." + name().toLowerCase(Locale.ROOT);
    }
}
