/**
 * What do we ask, whom, until when, and with which promise? Questionnaires in versions, campaigns,
 * and the credentials by which those who are asked may answer without a name.
 */
@ApplicationModule(
        allowedDependencies = {"organization", "access", "calls", "permissions", "shell", "audit"})
@NullMarked
package io.kollega.surveys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
