/** The news of requests: past-tense events carrying ids and values, never aggregates. */
@NullMarked
@NamedInterface("events")
package io.kollega.requests.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
