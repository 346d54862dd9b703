package io.kollega.mail;

/**
 * What a mail is about.
 *
 * @param kind {@code request} or {@code account}
 * @param id number of the request; 0 for an account
 * @param title as people named it; empty if nobody did
 * @param address where it stands: a path of ours
 */
record About(String kind, long id, String title, String address) {
    boolean request() {
        return kind.equals("request");
    }
}
