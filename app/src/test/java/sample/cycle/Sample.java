package sample.cycle;

import org.springframework.modulith.Modulithic;

/** A tiny application whose two modules use each other, which the guard must find. */
@Modulithic
public class Sample {}
