package io.kollega.organization;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The zone in which the company's days begin and end: setting {@code kollega.zone}. */
@Component
record CompanyZone(ZoneId id) {
    CompanyZone(@Value("${kollega.zone}") ZoneId id) {
        this.id = id;
    }
}
