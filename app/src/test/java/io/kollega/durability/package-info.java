/** What was answered with success is there after every crash, once. */
@NullMarked
package io.kollega.durability;

import org.jspecify.annotations.NullMarked;
