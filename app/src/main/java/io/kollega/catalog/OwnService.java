package io.kollega.catalog;

/**
 * A service as the head of its unit sees it.
 *
 * @param published whether a standard of it is in force
 * @param retired whether it can no longer be asked for
 * @param drafted whether a new version of its standard is being written
 */
record OwnService(OfferedService service, boolean published, boolean retired, boolean drafted) {
    /** Message key of its state. */
    String state() {
        if (retired) {
            return "catalog.state.retired";
        }
        return published ? "catalog.state.offered" : "catalog.state.unpublished";
    }
}
