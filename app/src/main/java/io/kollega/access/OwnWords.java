package io.kollega.access;

import com.ibm.icu.text.Transliterator;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What anybody who knows a person would try: their login, their names, the company's words. */
@Component
final class OwnWords {
    private static final int SHORTEST = 3;
    private static final Transliterator LATIN =
            Transliterator.getInstance("Russian-Latin/BGN; Latin-ASCII; Lower");

    private final Organization organization;

    OwnWords(Organization organization) {
        this.organization = organization;
    }

    List<String> of(PersonId person, String login) {
        return words(
                Stream.concat(
                        Stream.of(login),
                        organization.person(person).stream()
                                .flatMap(it -> Stream.of(it.givenName(), it.familyName()))));
    }

    List<String> of(FirstAdministrator.Candidate candidate) {
        return words(
                Stream.of(
                        candidate.login(),
                        candidate.givenName(),
                        candidate.familyName(),
                        candidate.company()));
    }

    /** Each word in Russian letters, in Latin ones, and on Latin keys; the longest first. */
    private List<String> words(Stream<String> theirs) {
        Stream<String> companys =
                organization.units(organization.today()).stream()
                        .filter(it -> it.parent() == null)
                        .flatMap(it -> Stream.of(it.code(), it.name().text()));
        return Stream.of(theirs, companys, Stream.of("kollega"))
                .flatMap(it -> it)
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .flatMap(word -> Stream.of(word, LATIN.transliterate(word), LatinKeys.of(word)))
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
