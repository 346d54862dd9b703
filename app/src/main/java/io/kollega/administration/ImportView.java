package io.kollega.administration;

import io.kollega.tables.CellProblem;
import java.util.List;

/**
 * The page where files are sent.
 *
 * @param problems what is wrong with the file just sent, as sentences; empty when none was
 */
record ImportView(String fileName, List<CellProblem> problems) {}
