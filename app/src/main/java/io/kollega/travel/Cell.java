package io.kollega.travel;

import java.time.LocalDate;

/** What a month adds to a row of a list, and who stands behind that. */
sealed interface Cell {
    LocalDate month();

    /** How many requests; only to tell which row is the smallest. */
    long requests();

    /** Of whom it is by each thing that it counts, so many for every cell of a list. */
    long[][] askers();

    /** Of all requests. */
    record Whole(
            LocalDate month,
            long requests,
            long handovers,
            long cameBack,
            long reopened,
            long waited,
            long unit,
            long client,
            long approval,
            long outside,
            long scheduled,
            long closed,
            long[] people)
            implements Cell {
        @Override
        public long[][] askers() {
            return new long[][] {people};
        }
    }

    /** Of those that went from one unit to another. */
    record Hop(LocalDate month, long requests, long handovers, long cameBack, long[] people)
            implements Cell {
        @Override
        public long[][] askers() {
            return new long[][] {people};
        }
    }

    /** Of those that a unit had in hand or waited for. */
    record Part(
            LocalDate month,
            long held,
            long waited,
            long asked,
            long open,
            long closed,
            long exported,
            long imported,
            long[] heldBy,
            long[] waitedBy,
            long[] askedBy)
            implements Cell {
        static final int HELD = 0;
        static final int WAITED = 1;
        static final int ASKED = 2;

        @Override
        public long requests() {
            return held + asked;
        }

        @Override
        public long[][] askers() {
            return new long[][] {heldBy, waitedBy, askedBy};
        }
    }
}
