package io.kollega.administration;

import io.kollega.organization.Unit;
import java.util.List;

/** The tree of units, each with those below it. */
record UnitsView(List<Node> top) {
    record Node(Unit unit, String head, int people, List<Node> below) {}
}
