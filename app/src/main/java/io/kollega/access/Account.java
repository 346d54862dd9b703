package io.kollega.access;

import io.kollega.organization.PersonId;
import java.util.List;

/** An account as administration sees it. */
public record Account(
        PersonId person, String login, boolean open, boolean hasPassword, List<Grant> grants) {}
