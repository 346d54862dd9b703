package io.kollega.shell;

import org.springframework.http.HttpStatus;

/**
 * What a page's controller returns: a template, its view, a status. The template is given {@code
 * page} and {@code view}.
 *
 * @param template path under {@code src/main/jte} without its ending, such as {@code
 *     requests/request}
 */
public record Rendered(String template, Object view, HttpStatus status) {
    /** A page, or a fragment of one for htmx. */
    public static Rendered of(String template, Object view) {
        return new Rendered(template, view, HttpStatus.OK);
    }

    /** A form that was refused, with its problems in the view: 422. */
    public static Rendered refused(String template, Object view) {
        return new Rendered(template, view, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A form that lost to a concurrent change: 409. */
    public static Rendered conflict(String template, Object view) {
        return new Rendered(template, view, HttpStatus.CONFLICT);
    }
}
