package sample.cycle.left;

import sample.cycle.right.Right;

public record Left(Right other) {}
