package io.kollega.administration;

import io.kollega.organization.Unit;
import java.util.List;

/**
 * Which of the first steps are done: more than one unit, person, account.
 *
 * @param unstaffed units with people whose queue nobody works
 */
record FirstStepsView(boolean units, boolean people, boolean accounts, List<Unit> unstaffed) {
    static final int NAMED = 5;

    boolean done() {
        return units && people && accounts;
    }
}
