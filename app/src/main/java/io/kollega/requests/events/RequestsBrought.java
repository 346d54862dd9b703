package io.kollega.requests.events;

import java.util.List;

/**
 * Requests of earlier times were brought in with all that happened to them; published in the
 * transaction that wrote them, once for each set. It is no news for people: it is for what adds up
 * how requests went.
 *
 * @param requests those that were not known before
 */
public record RequestsBrought(List<RequestId> requests) {}
