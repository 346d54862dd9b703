package io.kollega.administration;

/** Which of the first steps are done: more than one unit, person, account. */
record FirstStepsView(boolean units, boolean people, boolean accounts) {
    boolean done() {
        return units && people && accounts;
    }
}
