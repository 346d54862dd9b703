package io.kollega.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whose accounts the sign-in page offers, in that order. Their logins are their names here. */
enum Cast {
    CLIENT("accounting", "Марина", "Соколова", true),
    SPECIALIST("it", "Дмитрий", "Орлов", false),
    HEAD("it", "Елена", "Белова", true),
    ANALYST("planning", "Анна", "Мельник", true),
    ADMIN("it", "Артём", "Зайцев", false),
    AUDITOR("finance", "Вера", "Князева", true);

    private final String unit;
    private final String given;
    private final String family;
    private final boolean woman;

    Cast(String unit, String given, String family, boolean woman) {
        this.unit = unit;
        this.given = given;
        this.family = family;
        this.woman = woman;
    }

    static List<Cast> of(String unit) {
        return Arrays.stream(values()).filter(member -> member.unit.equals(unit)).toList();
    }

    String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean serves() {
        return this == SPECIALIST;
    }

    String given() {
        return given;
    }

    String family() {
        return family;
    }

    boolean woman() {
        return woman;
    }
}
