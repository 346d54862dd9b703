package io.kollega.travel;

/**
 * Who stands behind each cell: of those who asked the lowest numbers, as many as the rule asks for.
 * So a cell says exactly how many people it rests on as long as they are too few, and however many
 * months are put together, nobody reads more than that of a cell.
 */
enum Behind {
    MONTH("month", "askers", "month", ""),
    HOP("hop", "askers", "level, month, from_unit, to_unit", ""),
    HELD("part", "held_askers", "level, month, unit", "held"),
    WAITED("part", "waited_askers", "level, month, unit", "waited"),
    ASKED("part", "asked_askers", "level, month, unit", "asked");

    private final String name;
    private final String column;
    private final String keys;
    private final String role;

    Behind(String name, String column, String keys, String role) {
        this.name = name;
        this.column = column;
        this.keys = keys;
        this.role = role;
    }

    /** Tells the cells of these requests anew who stands behind them. */
    String refresh() {
        return """
        update travel.%1$s_cell as cell set %2$s = %3$s
        where (%4$s) in (
            select distinct %4$s from travel.%1$s_row where request = any (:requests))\
        """
                .formatted(name, column, lowest(), keys);
    }

    /** Counts cells that know others than those who are there. */
    String differences() {
        return "select count(*) from travel.%s_cell as cell where %s <> %s"
                .formatted(name, column, lowest());
    }

    private String lowest() {
        return """
        array(select asker from travel.%1$s_asker_cell as held
            where (%2$s) = (%3$s)%4$s and held.n > 0 order by asker limit %5$d)\
        """
                .formatted(
                        name,
                        "held." + keys.replace(", ", ", held."),
                        "cell." + keys.replace(", ", ", cell."),
                        role.isEmpty() ? "" : " and held.role = '" + role + "'",
                        People.FEWEST);
    }
}
