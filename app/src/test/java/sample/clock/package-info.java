/** Not null-marked on purpose, which the guard must find. */
package sample.clock;
