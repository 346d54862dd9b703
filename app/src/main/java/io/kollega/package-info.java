/**
 * Kollega: service between departments, measured honestly. Each package below is a module with one
 * door.
 */
@NullMarked
package io.kollega;

import org.jspecify.annotations.NullMarked;
