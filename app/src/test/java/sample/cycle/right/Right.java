package sample.cycle.right;

import sample.cycle.left.Left;

public record Right(Left other) {}
