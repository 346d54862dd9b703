package io.kollega.access;

import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who one is here, and the zone in which one's times are shown.
 *
 * @param zoneProblem message key of what is wrong with the zone that was sent
 * @param shortcuts whether single keys do what buttons do
 */
record ProfileView(
        Person person,
        Unit unit,
        String login,
        String zone,
        List<String> zones,
        @Nullable String zoneProblem,
        boolean shortcuts) {}
