package io.kollega.answers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer as it lies in its file.
 *
 * @param key the key, or group, under which it counts
 * @param receipt the hash of its receipt
 * @param answers by the codes of questions; null once it was withdrawn
 */
record Kept(String key, String receipt, @Nullable JsonNode answers) {}
