package io.kollega.shell;

import jakarta.servlet.http.HttpServletRequest;

/** Tells who looks at a page; answered by the module that knows who is signed in. */
@FunctionalInterface
public interface Visitors {
    Visitor of(HttpServletRequest request);
}
