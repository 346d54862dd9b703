package io.kollega.requests;

/**
 * As what somebody takes part in a request. The client is the client and nothing else, also when
 * they work in the providing unit: nobody serves themselves or reads notes on themselves.
 */
enum Side {
    CLIENT,
    PROVIDER,
    /**
     * Takes part, and reads internal notes: who handed it over, or was called in by the provider.
     */
    ADVISER,
    /** Takes part, and reads what the client reads. */
    FOLLOWER;

    boolean readsNotes() {
        return this == PROVIDER || this == ADVISER;
    }
}
