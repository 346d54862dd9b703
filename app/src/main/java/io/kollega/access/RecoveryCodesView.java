package io.kollega.access;

import java.util.List;

/** Recovery codes just made, shown this once. */
record RecoveryCodesView(List<String> codes) {}
