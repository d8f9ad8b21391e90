package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.AddressBounds;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.Test;

/** Addresses, forms and hosts longer than are asked. */
class LongAddressTest {

    private static final URI START = URI.create("http://www.qinghe.example/fzzf/index.html");
    private static final Source SOURCE = LinkFilterTest.source(START);
    private static final String HEAD = "http://www.qinghe.example/";

    @Test
    void asksForAnAddressUpToTheBoundAndNoLonger() {
        String fits = "/" + "x".repeat(AddressBounds.LONGEST - HEAD.length());

        assertThat(Hrefs.resolve(START, fits)).contains(URI.create(HEAD + fits.substring(1)));
        assertThat(Hrefs.resolve(START, fits + "x")).isEmpty();
        assertThat(Hrefs.resolve(START, "/" + "[".repeat(1_900))).isEmpty();
        assertThat(Hrefs.resolve(START, HEAD.replace("www", "w".repeat(245)))).isEmpty();
        assertThat(Hrefs.resolve(START, HEAD.replace("www", "w".repeat(244)))).isPresent();
    }

    @Test
    void tellsOfARowWhoseAddressIsTooLong() {
        for (String href : List.of(
                "/" + "x".repeat(65_000),
                "x".repeat(3_000),
                HEAD + "x".repeat(2_000),
                "/" + "[".repeat(1_900),
                HEAD.replace("www", "w".repeat(300)))) {
            Optional<URI> url = Hrefs.ofRow(START, href);

            assertThat(url).as(href.substring(0, 9)).isPresent();
            assertThat(url.get().toString()).startsWith("http://w");
            assertThat(verdict(url.get(), "清禾县2023年法治政府建设年度报告"))
                    .isEqualTo(new Verdict.Rejected(Verdict.Reason.TOO_LONG));
            assertThat(verdict(url.get(), "")).isEqualTo(new Verdict.Rejected(Verdict.Reason.TOO_LONG));
        }
        assertThat(Hrefs.ofRow(START, "/" + "x".repeat(65_536))).isEmpty();
        assertThat(Hrefs.ofRow(START, "data:" + "x".repeat(3_000))).isEmpty();
    }

    @Test
    void resolvesNoPartsOfAnAddressThatIsTooLong() {
        assertThat(Hrefs.ofRow(START, "/../".repeat(10_000)).orElseThrow().getRawPath())
                .hasSize(40_000);
    }

    @Test
    void replacesHalvesOfCharactersInAddresses() {
        assertThat(Hrefs.resolve(START, "/a\uD800b").orElseThrow().toString()).isEqualTo(HEAD + "a\uFFFDb");
    }

    @Test
    void asksForNoPageWhoseFormOrAddressIsTooLong() {
        String form = "v".repeat(ListingRequest.LONGEST_FORM);

        assertThat(ListingRequest.post(START, form, START).fits()).isTrue();
        assertThat(ListingRequest.post(START, form + "v", START).fits()).isFalse();
        assertThat(ListingRequest.get(URI.create(HEAD + "x".repeat(2_000))).fits())
                .isFalse();
    }

    private static Verdict verdict(URI url, String title) {
        return LinkFilter.judge(SOURCE, new Link(url, title, Optional.empty(), 0));
    }
}
