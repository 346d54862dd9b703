package io.kollega.mail;

/** What came of handing a mail to the server. */
sealed interface Delivered {
    /** The server has it. */
    record Taken() implements Delivered {}

    /** It may take it another time. */
    record Postponed(Trouble trouble) implements Delivered {}

    /** It never will. */
    record Refused(Trouble trouble) implements Delivered {}

    /** It takes nothing of ours now; nothing of this mail's making. */
    record Down(Trouble trouble) implements Delivered {}
}
