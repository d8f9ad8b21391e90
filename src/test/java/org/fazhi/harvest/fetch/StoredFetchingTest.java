package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.harvest.fetch.FetchRequest.Kind;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers out of a store end in the states they would end in over the wire. */
class StoredFetchingTest {

    private static final String ARTICLE = "<html><body><p>" + "清禾县法治政府建设年度报告。".repeat(40) + "</p></body></html>";
    private static final URI PAGE = URI.create("http://www.qinghe.example/a.html");

    private final List<URI> urls = new ArrayList<>();
    private final List<StoredAnswers.Kept> kept = new ArrayList<>();

    private final StoredFetching fetching = new StoredFetching(new StoredAnswers() {
        @Override
        public List<Place> at(URI url) {
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < urls.size(); i++) {
                if (urls.get(i).equals(url)) {
                    places.add(new Place(Instant.EPOCH.plusSeconds(i), i));
                }
            }
            return places;
        }

        @Override
        public Kept read(Place place) {
            return kept.get((int) place.position());
        }
    });

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | not here                                          | gone     | status 404
            412 | <script>var _0x=1</script>                        | blocked  | status 412
            200 | <meta http-equiv="refresh" content="0;URL=../">   | soft_404 | meta refresh
            200 | <html><body><p>请完成验证</p></body></html>        | blocked  | captcha
            503 | busy                                              | failed   | status 503
            """)
    void namesWhatWasSentInPlaceOfAPage(int status, String body, String state, String reason) {
        stores(PAGE, status, body);

        assertThat(fetching.newest(request(PAGE)))
                .get()
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly(state, reason);
    }

    @Test
    void handsOverEveryVersionWithTheTimeItWasHad() {
        stores(PAGE, 200, ARTICLE);
        stores(PAGE, 200, ARTICLE + "<!-- 2 -->");

        List<FetchResult> all = fetching.all(request(PAGE));

        assertThat(all).hasSize(2).allMatch(Fetched.class::isInstance);
        assertThat(all)
                .extracting(result -> result.trace().startedAt())
                .containsExactly(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        assertThat(fetching.newest(request(PAGE))).contains(all.get(1));
    }

    @Test
    void followsRedirectsInsideTheStore() {
        stores(PAGE, 301, "", "location", "/b.html");
        stores(PAGE.resolve("/b.html"), 302, "", "location", "c.html");
        stores(PAGE.resolve("/c.html"), 200, ARTICLE);

        FetchResult result = fetching.newest(request(PAGE)).orElseThrow();

        assertThat(result.state()).isEqualTo("fetched");
        assertThat(result.trace().finalUrl()).isEqualTo(PAGE.resolve("/c.html"));
        assertThat(result.trace().redirects()).containsExactly(PAGE.resolve("/b.html"));
    }

    @Test
    void knowsNothingOfWhatIsNotStoredOrOnlyLeadsAway() {
        stores(PAGE, 302, "", "location", "/elsewhere.html");
        URI circle = PAGE.resolve("/circle.html");
        stores(circle, 302, "", "location", "/circle.html");

        assertThat(fetching.all(request(PAGE))).isEmpty();
        assertThat(fetching.all(request(circle))).isEmpty();
        assertThat(fetching.all(request(PAGE.resolve("/none.html")))).isEmpty();
    }

    @Test
    void takesThePageBehindARedirectToItselfOnce() {
        stores(PAGE, 302, "", "location", "/a.html");
        stores(PAGE, 200, ARTICLE);

        assertThat(fetching.all(request(PAGE))).singleElement().isInstanceOf(Fetched.class);
    }

    @Test
    void neverTakesACutAnswerForThePageNorForTheNewest() {
        stores(PAGE, 200, ARTICLE);
        urls.add(PAGE);
        kept.add(new StoredAnswers.Kept(
                200, Map.of(), ARTICLE.getBytes(StandardCharsets.UTF_8), Optional.of("expected 9, got 5")));

        assertThat(fetching.all(request(PAGE)))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly(tuple("fetched", "ok"), tuple("truncated", "expected 9, got 5"));
        assertThat(fetching.newest(request(PAGE)).orElseThrow().state()).isEqualTo("fetched");
        urls.remove(0);
        kept.remove(0);
        assertThat(fetching.newest(request(PAGE)).orElseThrow().state()).isEqualTo("truncated");
    }

    @Test
    void doesNotUndoAnEncodingTwice() {
        stores(PAGE, 200, ARTICLE, "content-encoding", "br");

        assertThat(fetching.newest(request(PAGE)).orElseThrow().state()).isEqualTo("fetched");
    }

    private void stores(URI url, int status, String body, String... header) {
        Map<String, List<String>> headers = header.length == 0
                ? Map.of("content-type", List.of("text/html; charset=utf-8"))
                : Map.of("content-type", List.of("text/html; charset=utf-8"), header[0], List.of(header[1]));
        urls.add(url);
        kept.add(new StoredAnswers.Kept(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static FetchRequest request(URI url) {
        return new FetchRequest(
                url, Kind.DOCUMENT, Optional.empty(), Optional.empty(), Duration.ZERO, false, Validators.NONE);
    }
}
