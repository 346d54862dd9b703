package io.kollega.requests;

import io.kollega.requests.events.RequestId;
import java.util.Map;

/**
 * What came of bringing in a history.
 *
 * @param requests the number of every request that was given, by its external id
 * @param created how many of them were not known before
 * @param entries how many entries were written
 */
public record BroughtHistory(Map<String, RequestId> requests, int created, int entries) {}
