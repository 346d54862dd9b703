package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kollega.measurement.disclosure.PublicationAuditor.Table;
import org.junit.jupiter.api.Test;

class PublicationAuditorTest {

    private static final Verdict DERIVABLE = Verdict.withheld(new Reason.CouldBeWorkedOut(5));

    private final PublicationAuditor auditor =
            PublicationAuditor.of(5, IntStream.range(0, 30).map(i -> 1).toArray());

    @Test
    void refusesTheComplementOfAllButOnePerson() {
        assertThat(auditor.admit(List.of(table(0, 20), table(0, 19))).verdicts())
                .containsExactly(Verdict.SHOWN, DERIVABLE);
    }

    @Test
    void refusesTheComplementOfFewPeople() {
        assertThat(auditor.admit(List.of(table(0, 20), table(0, 17))).verdicts())
                .containsExactly(Verdict.SHOWN, DERIVABLE);
        assertThat(auditor.admit(List.of(table(0, 20), table(0, 15))).verdicts())
                .containsOnly(Verdict.SHOWN);
    }

    @Test
    void remembersWhatWasAdmittedAndForgetsWhatWasNot() {
        PublicationAuditor first = auditor.admit(List.of(table(0, 20))).auditor();
        PublicationAuditor.Audit refused = first.admit(List.of(table(0, 19)));

        assertThat(refused.verdicts()).containsExactly(DERIVABLE);
        assertThat(refused.auditor().rank()).isEqualTo(1);
        assertThat(auditor.rank()).isZero();
        assertThat(auditor.admit(List.of(table(0, 19))).verdicts()).containsExactly(Verdict.SHOWN);
    }

    @Test
    void refusesATableWhoseHiddenCellFollowsFromItsOthers() {
        Table all = table(0, 20);
        Table split = new Table("split", List.of(set(0, 9), set(9, 17), set(17, 20)));

        assertThat(auditor.admit(List.of(all, split)).verdicts())
                .containsExactly(Verdict.SHOWN, DERIVABLE);
        assertThat(auditor.admit(List.of(split)).verdicts()).containsExactly(Verdict.SHOWN);
    }

    @Test
    void undoesTheCellsOfARefusedTable() {
        Table halves = new Table("halves", List.of(set(0, 10), set(10, 17), set(17, 20)));

        PublicationAuditor after = auditor.admit(List.of(table(0, 20), halves)).auditor();

        assertThat(after.rank()).isEqualTo(1);
        assertThat(after.admit(List.of(table(0, 10))).verdicts()).containsExactly(Verdict.SHOWN);
    }

    @Test
    void findsTheTrackerThatTakesSeveralFilters() {
        Table a = new Table("a", List.of(union(set(0, 5), set(10, 15))));
        Table b = new Table("b", List.of(union(set(5, 10), set(10, 15))));
        Table c = new Table("c", List.of(union(set(0, 5), set(5, 10), Set.of(20))));

        assertThat(auditor.admit(List.of(a, b, c, table(0, 15))).verdicts())
                .containsExactly(Verdict.SHOWN, Verdict.SHOWN, Verdict.SHOWN, DERIVABLE);
    }

    @Test
    void seesWhoJoinedBetweenTwoWaves() {
        Table before = table(0, 12);
        Table after = table(0, 13);

        assertThat(auditor.admit(List.of(before, after)).verdicts())
                .containsExactly(Verdict.SHOWN, DERIVABLE);
    }

    @Test
    void admitsTheLargerOfTwoThatExcludeEachOther() {
        List<Table> tables = List.of(table(0, 19), table(0, 20));

        assertThat(auditor.admitLargestFirst(tables).verdicts())
                .containsExactly(DERIVABLE, Verdict.SHOWN);
    }

    @Test
    void withholdsATableOfSmallCellsOnly() {
        assertThat(auditor.admit(List.of(table(0, 4))).verdicts())
                .containsExactly(Verdict.withheld(new Reason.TooFewRaters(5)));
    }

    @Test
    void countsPeopleWhoAreAlwaysTogether() {
        PublicationAuditor ofAtoms = PublicationAuditor.of(5, 6, 7, 3);

        assertThat(ofAtoms.admit(List.of(table(0, 2), table(0, 1))).verdicts())
                .containsOnly(Verdict.SHOWN);
        assertThat(ofAtoms.admit(List.of(table(0, 3), table(0, 2))).verdicts())
                .containsExactly(Verdict.SHOWN, DERIVABLE);
    }

    @Test
    void refusesColumnsThatDoNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auditor.admit(List.of(table(28, 31))))
                .withMessageContaining("column is 30");
        assertThatIllegalArgumentException().isThrownBy(() -> PublicationAuditor.of(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PublicationAuditor.of(5, 1, 0));
    }

    private static Table table(int from, int to) {
        return new Table(from + " to " + to, List.of(set(from, to)));
    }

    private static Set<Integer> set(int from, int to) {
        Set<Integer> set = new HashSet<>();
        IntStream.range(from, to).forEach(set::add);
        return set;
    }

    @SafeVarargs
    private static Set<Integer> union(Set<Integer>... sets) {
        Set<Integer> union = new HashSet<>();
        for (Set<Integer> set : sets) {
            union.addAll(set);
        }
        return union;
    }
}
