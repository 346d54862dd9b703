package io.kollega.requests;

/** A request as one person sees it. */
record Seen(Request request, Side side, Dues dues) {}
