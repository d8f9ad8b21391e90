package org.fazhi.warehouse.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.warehouse.catalog.CoverageWord;
import org.junit.jupiter.api.Test;

/** Coverage says nothing that the catalogue does not explain, and the catalogue explains nothing that coverage never says. */
class CoverageWordTest {

    /** What an arm of a CASE, or the other side of an if, gives. */
    private static final Pattern GIVEN = Pattern.compile("(?:THEN|ELSE|NULL,) '([a-z_]+)'");

    private static Set<String> given() throws IOException {
        Matcher word = GIVEN.matcher(Files.readString(Path.of("warehouse/transforms/31_coverage.sql")));
        Set<String> given = new TreeSet<>();
        while (word.find()) {
            given.add(word.group(1));
        }
        return given;
    }

    private static Set<String> words() {
        return Stream.of(CoverageWord.values()).map(CoverageWord::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void explainsEachWordThatCoverageGives() throws IOException {
        assertThat(given()).hasSizeGreaterThan(15).isSubsetOf(words());
    }

    /** The state of a source that was never walked is noted before it is loaded. */
    @Test
    void explainsNoWordThatCoverageNeverGives() throws IOException {
        Set<String> given = given();
        given.add(WalkLog.NOT_WALKED);
        assertThat(words()).isSubsetOf(given);
    }

    @Test
    void leavesTheWordsOfFetchesAndWalksToThem() {
        Set<String> others = Stream.concat(
                        Stream.of(FetchState.values()).map(FetchState::code),
                        Stream.of(WalkEnd.values()).map(WalkEnd::code))
                .collect(Collectors.toSet());
        assertThat(words()).filteredOn(others::contains).containsExactly("blocked", "gone");
    }

    @Test
    void saysOfEachWhatItMeansAndWhatToDo() {
        assertThat(CoverageWord.values()).allSatisfy(word -> {
            assertThat(word.meaning()).endsWith(".").doesNotContain("|");
            assertThat(word.remedy()).endsWith(".").doesNotContain("|");
            assertThat(word.place()).startsWith("mart_coverage.");
        });
    }
}
