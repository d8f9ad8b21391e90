package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.load.ReadingPlan.Decision;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseException;
import org.junit.jupiter.api.Test;

/** What each extract becomes, whatever the order in which they come. */
class ReadingPlanTest {

    private static final String URL = "http://yunxi.example/1";

    private static Extract extract(String source, String text, String digest, int second) {
        return Reports.report("990101", "云溪县人民政府", "government", 2024)
                .prose(text)
                .extract(source, URL, digest, Reports.FETCHED.plusSeconds(second));
    }

    private static Extract ended(Extract.Outcome outcome, String reason, String detail) {
        return new Extract(
                "a", URL, "sha256:x", Reports.FETCHED, outcome, reason, Optional.of(detail), Optional.empty());
    }

    private static ReadingPlan plan(List<Extract> extracts) {
        return ReadingPlan.of(extracts.stream(), LoadProgress.NONE);
    }

    private static Decision version(int number, boolean isCurrent) {
        return new Decision.Version(number, isCurrent);
    }

    private static Decision ignored(Reason reason) {
        return new Decision.Ignored(reason);
    }

    @Test
    void numbersVersionsInTheOrderOfTheirFetchAndIgnoresWhatSaysTheSame() {
        List<Extract> extracts = List.of(
                extract("a", "一", "sha256:1", 0),
                extract("a", "二", "sha256:2", 1),
                extract("a", "二", "sha256:3", 2),
                extract("a", "三", "sha256:1", 3),
                extract("b", "四", "sha256:4", 4),
                extract("a", "一", "sha256:5", 5));
        List<Decision> expected = List.of(
                version(1, false),
                version(2, false),
                ignored(Reason.SAME_FACTS),
                ignored(Reason.REPEATED_PAYLOAD),
                ignored(Reason.DUPLICATE_SOURCE),
                version(3, true));
        for (int rotation = 0; rotation < extracts.size(); rotation++) {
            List<Extract> rotated = new ArrayList<>(extracts);
            Collections.rotate(rotated, rotation);
            ReadingPlan plan = plan(rotated);
            assertThat(extracts.stream().map(plan::take).toList()).isEqualTo(expected);
            assertThat(plan.extractCount()).isEqualTo(6);
        }
    }

    @Test
    void putsWhatWasFetchedAtOnceInOneOrder() {
        Extract one = extract("a", "一", "sha256:1", 0);
        Extract other = extract("a", "二", "sha256:2", 0);
        ReadingPlan plan = plan(List.of(one, other));
        ReadingPlan turned = plan(List.of(other, one));
        assertThat(turned.take(one)).isEqualTo(plan.take(one));
        assertThat(turned.take(other)).isEqualTo(plan.take(other));
    }

    @Test
    void makesOneVersionOfAnExtractThatComesTwice() {
        Extract one = extract("a", "一", "sha256:1", 0);
        ReadingPlan plan = plan(List.of(one, one));
        assertThat(plan.take(one)).isEqualTo(version(1, true));
        assertThat(plan.take(one)).isEqualTo(ignored(Reason.REPEATED_PAYLOAD));
        assertThatThrownBy(() -> plan.take(one))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(URL
                        + ": expected the same extracts each time they are read, got one that was not there at first");
    }

    @Test
    void knowsAnExtractByItsSourceItsBytesAndItsTime() {
        Extract one = extract("a", "一", "sha256:1", 0);
        for (Extract other : List.of(
                extract("b", "一", "sha256:1", 0), extract("a", "一", "sha256:2", 0), extract("a", "一", "sha256:1", 1))) {
            ReadingPlan plan = plan(List.of(one));
            assertThatThrownBy(() -> plan.take(other)).isInstanceOf(WarehouseException.class);
        }
    }

    @Test
    void makesNoVersionOfWhatIsKeptOutOrKeptBack() {
        Extract one = extract("a", "一", "sha256:1", 0);
        Extract half = extract("a", "\ud842", "sha256:2", 0);
        Extract quarantined =
                new Extract("a", URL, "sha256:3", Reports.FETCHED, Extract.Outcome.QUARANTINED, "no_text", one.facts());
        ReadingPlan plan = ReadingPlan.of(Stream.of(one, half, quarantined), one::equals, LoadProgress.NONE);
        for (Extract each : List.of(one, half, quarantined)) {
            assertThatThrownBy(() -> plan.take(each)).isInstanceOf(WarehouseException.class);
        }
        assertThat(plan.extractCount()).isEqualTo(3);
    }

    @Test
    void hasAnotherFingerprintWithAnyPartOfAnExtractAndTheSameInAnyOrder() {
        Extract one = extract("a", "一", "sha256:1", 0);
        Extract other = ended(Extract.Outcome.IGNORED, "reason", "detail");
        Extract elsewhere = new Extract(
                "a",
                URL + "2",
                "sha256:x",
                Reports.FETCHED,
                Extract.Outcome.IGNORED,
                "reason",
                Optional.of("detail"),
                Optional.empty());
        List<List<Extract>> sets = List.of(
                List.of(),
                List.of(one),
                List.of(one, one),
                List.of(one, other),
                List.of(other),
                List.of(elsewhere),
                List.of(extract("b", "一", "sha256:1", 0)),
                List.of(extract("a", "二", "sha256:1", 0)),
                List.of(extract("a", "一", "sha256:2", 0)),
                List.of(extract("a", "一", "sha256:1", 1)),
                List.of(ended(Extract.Outcome.QUARANTINED, "reason", "detail")),
                List.of(ended(Extract.Outcome.IGNORED, "another", "detail")),
                List.of(ended(Extract.Outcome.IGNORED, "reason", "another")));
        assertThat(sets.stream().map(set -> plan(set).fingerprint()).toList())
                .doesNotHaveDuplicates()
                .allMatch(print -> print.matches("[0-9a-f]{64}"));
        assertThat(plan(List.of(other, one)).fingerprint())
                .isEqualTo(plan(List.of(one, other)).fingerprint());
    }

    @Test
    void tellsEveryThousandthExtractAndClosesTheStream() {
        List<String> told = new ArrayList<>();
        Extract one = ended(Extract.Outcome.IGNORED, "reason", "");
        Stream<Extract> extracts = IntStream.range(0, 2001).mapToObj(i -> one).onClose(() -> told.add("closed"));
        ReadingPlan plan = ReadingPlan.of(extracts, extract -> false, (stage, done) -> told.add(stage + " " + done));
        assertThat(told).containsExactly("numbering 1000", "numbering 2000", "closed");
        assertThat(plan.extractCount()).isEqualTo(2001);
    }
}
