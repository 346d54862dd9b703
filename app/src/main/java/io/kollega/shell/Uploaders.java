package io.kollega.shell;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells, before a form with files is read, whether somebody known sends it: what strangers send is
 * kept nowhere. Answered by the module that knows who is signed in. Not a permission: whether the
 * files are taken is decided when they are here.
 */
@FunctionalInterface
public interface Uploaders {
    boolean known(HttpServletRequest request);
}
