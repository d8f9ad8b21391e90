package org.fazhi.harvest.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.fetch.RobotsFile;
import org.fazhi.harvest.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The longest values that can come from outside, written by each writer of the state; none is longer than its column. */
class StateBoundsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
    private static final URI PAGE = URI.create("http://127.0.0.1:8080/" + "p".repeat(1_978));
    private static final String ID = "a".repeat(64);
    private static final String HUGE = "大".repeat(30_000);

    private final JdbcClient jdbc = MemoryState.create();
    private final Frontier frontier = new Frontier(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesOfEachTheLongestThatGetsIn() throws Exception {
        Optional<String> etag = new Validators(Optional.of("e".repeat(300)), Optional.empty()).etag();
        Optional<String> date = new Validators(Optional.empty(), Optional.of("d".repeat(100))).lastModified();
        frontier.add(List.of(link(PAGE, HUGE, true), link(URI.create(PAGE + "/" + HUGE), HUGE + "\uD800\0", false)));
        frontier.add(List.of(link(PAGE, "\uD800" + HUGE, true)));
        frontier.add(List.of(link(URI.create("http://" + "h".repeat(400) + ".example/"), HUGE, false)));
        frontier.attempted(
                ID,
                PAGE,
                NOW.toString(),
                new Frontier.Attempted("not_modified", etag, date, Optional.empty(), Duration.ZERO));
        new FetchLog(jdbc)
                .add(new FetchLog.Entry(
                        NOW.toString(),
                        ID,
                        PAGE + HUGE,
                        "document",
                        "not_modified",
                        OptionalInt.empty(),
                        NOW,
                        Duration.ZERO,
                        0,
                        0,
                        HUGE,
                        OptionalInt.empty()));
        new ListingPages(jdbc)
                .put(new ListingPages.Page(
                        ID, "POST " + PAGE + " " + "v".repeat(4_000), PAGE.toString(), etag, date, HUGE, NOW));
        new StoredRobots(jdbc)
                .put(
                        "https://" + "h".repeat(253) + ":65535",
                        new RobotsFile(200, HUGE, NOW, new Validators(etag, date)));

        assertThat(longerThanTheirColumn()).isEmpty();
        assertThat(jdbc.sql("SELECT title FROM link WHERE is_taken")
                        .query(String.class)
                        .single())
                .startsWith("\uFFFD大")
                .hasSize(2_000);
    }

    @Test
    void refusesToAskForWhatIsTooLongHoweverItCameHere() {
        assertThatThrownBy(() -> frontier.add(List.of(link(URI.create(PAGE + "xx"), "t", true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("link: expected an address of at most 2000 characters, got one of 2002");
    }

    @Test
    void takesTheLinkForWhereItWasFoundWhereAnEarlierProgramHasCutThat() {
        new ConfiguredSources(jdbc).replace(new java.util.TreeMap<>(java.util.Map.of(ID, "reader")), List.of());
        frontier.add(List.of(link(PAGE, "t", true)));
        jdbc.sql("UPDATE link SET via = 'http://a.example/%E'").update();

        assertThat(frontier.due("127.0.0.1:8080", "n", Optional.empty(), 9))
                .singleElement()
                .satisfies(due -> assertThat(due.via()).isEqualTo(PAGE));
    }

    /** By the schema as it is written, whatever the database makes of it. */
    private List<String> longerThanTheirColumn() throws Exception {
        String schema = new String(
                StateBoundsTest.class.getResourceAsStream("schema.sql").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Matcher table = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\((.*?)\n\\);", Pattern.DOTALL)
                .matcher(schema);
        List<String> longer = new java.util.ArrayList<>();
        while (table.find()) {
            Matcher column =
                    Pattern.compile("CHECK \\(length\\((\\w+)\\) <= (\\d+)\\)").matcher(table.group(2));
            while (column.find()) {
                Optional<Integer> longest = jdbc.sql(
                                "SELECT coalesce(max(length(" + column.group(1) + ")), 0) FROM " + table.group(1))
                        .query(Integer.class)
                        .optional();
                if (longest.orElseThrow() > Integer.parseInt(column.group(2))) {
                    longer.add(table.group(1) + "." + column.group(1));
                }
            }
        }
        return longer;
    }

    private static Frontier.Judged link(URI url, String title, boolean isTaken) {
        return new Frontier.Judged(
                ID, url, title, PAGE, OptionalInt.empty(), Optional.empty(), isTaken, isTaken ? "" : "too_long");
    }
}
