package io.kollega.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of the trail, and the addresses of the first page, the next, and the files. */
record AuditView(
        AuditFilter filter,
        List<AuditLine> lines,
        Map<Long, String> names,
        @Nullable String first,
        @Nullable String next,
        String csv,
        String xlsx,
        @Nullable String problem) {}
