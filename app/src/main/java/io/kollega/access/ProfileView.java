package io.kollega.access;

import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import java.util.List;

/** Who one is here, and the zone in which one's times are shown. */
record ProfileView(Person person, Unit unit, String login, String zone, List<String> zones) {}
