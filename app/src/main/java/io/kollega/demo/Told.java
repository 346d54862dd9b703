package io.kollega.demo;

import io.kollega.requests.BroughtRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request with all that happened to it.
 *
 * @param verdict what the two sides said of it; null if it is not solved, or nobody said a thing
 *     and nobody can any more
 */
record Told(Story story, BroughtRequest request, @Nullable Verdict verdict) {}
