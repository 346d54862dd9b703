package io.kollega.catalog;

import io.kollega.organization.UnitId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The description of a service as it is typed.
 *
 * @param keywords by which people look for it besides, in any language
 * @param everyone whether everyone may ask, rather than the units of the audience
 */
record ServiceForm(
        String name,
        String english,
        String summary,
        String summaryEnglish,
        String keywords,
        boolean everyone,
        Set<UnitId> audience) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SUMMARY = 1_000;
    static final int LONGEST_KEYWORDS = 500;

    static final ServiceForm EMPTY = new ServiceForm("", "", "", "", "", true, Set.of());

    ServiceForm {
        name = name.strip();
        english = english.strip();
        summary = summary.strip();
        summaryEnglish = summaryEnglish.strip();
        keywords = keywords.strip();
        audience = Set.copyOf(audience);
    }

    /** What is wrong with it: name of an input to message key. Empty if nothing is. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.isEmpty()) {
            problems.put("name", "catalog.problem.name");
        } else if (name.length() > LONGEST_NAME) {
            problems.put("name", "catalog.problem.name-long");
        }
        if (english.length() > LONGEST_NAME) {
            problems.put("english", "catalog.problem.name-long");
        }
        if (summary.length() > LONGEST_SUMMARY) {
            problems.put("summary", "catalog.problem.summary-long");
        }
        if (summaryEnglish.length() > LONGEST_SUMMARY) {
            problems.put("summaryEnglish", "catalog.problem.summary-long");
        }
        if (keywords.length() > LONGEST_KEYWORDS) {
            problems.put("keywords", "catalog.problem.keywords-long");
        }
        if (!everyone && audience.isEmpty()) {
            problems.put("audience", "catalog.problem.audience");
        }
        return problems;
    }
}
