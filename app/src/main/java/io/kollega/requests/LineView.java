package io.kollega.requests;

/** A line of a list with where it stands. */
record LineView(RequestLine line, Badge badge) {
    String path() {
        return "/requests/" + line.id().value();
    }
}
