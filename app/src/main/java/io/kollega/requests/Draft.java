package io.kollega.requests;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed into a form that was refused, so that nothing of it is lost.
 *
 * @param form which one: {@code reply}, {@code note}, {@code solution} and so on
 * @param text the words
 * @param choice what was chosen besides: a unit, a person, a reason
 * @param problem message key of what is wrong; null if it lost a race
 * @param files what became of the files that came with it
 */
record Draft(String form, String text, String choice, @Nullable String problem, FilesLeft files) {
    static final Draft NONE = new Draft("", "", "", null);

    Draft(String form, String text, String choice, @Nullable String problem) {
        this(form, text, choice, problem, FilesLeft.NONE);
    }

    /** The same with what became of its files. */
    Draft with(FilesLeft left) {
        return new Draft(form, text, choice, problem, left);
    }

    Draft wrong(String key) {
        return new Draft(form, text, choice, key, files);
    }

    boolean of(String name) {
        return form.equals(name);
    }

    /** What was typed into this form. */
    String text(String name) {
        return of(name) ? text : "";
    }

    String choice(String name) {
        return of(name) ? choice : "";
    }

    @Nullable String problem(String name) {
        return of(name) ? problem : null;
    }
}
