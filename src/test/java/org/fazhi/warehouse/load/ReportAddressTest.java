package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportAddressTest {

    static List<KnownPattern<ReportAddress.Sign>> entries() {
        return ReportAddress.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<ReportAddress.Sign> entry) {
        assertThat(entry.pattern().matcher(entry.example()).matches()).isTrue();
        assertThat(entries().stream()
                        .filter(other -> other.sign() == entry.sign())
                        .map(other ->
                                other.pattern().matcher(entry.counterExample()).matches()))
                .doesNotContain(true);
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).contains(ReportAddress.Sign.values());
    }

    @ParameterizedTest
    @CsvSource({
        "https://A.example/b/index.html, a.example/b/",
        "http://a.example/b/1.html?spm=1&id=2&_=1736300000000, a.example/b/1.html?id=2",
        "http://a.example/b/1.html?utm_source=x, a.example/b/1.html",
        "http://a.example/b;jsessionid=1?a=1&&b=2, a.example/b?a=1&b=2",
        "http://a.example/b;v=1/c, a.example/b;v=1/c",
        "http://a.example:8080/, a.example:8080/",
        "no url, no url",
        "mailto:a@b.example, mailto:a@b.example"
    })
    void isTheSameHoweverItIsWritten(String url, String address) {
        assertThat(ReportAddress.bundled().of(url)).isEqualTo(address);
    }

    @Test
    void ordersAddressesOfOneReport() {
        assertThat(Stream.of("http://a/1", "https://a/1?x", "https://a/2", "https://a/1")
                        .sorted(ReportAddress.BEST_FIRST))
                .containsExactly("https://a/1", "https://a/2", "https://a/1?x", "http://a/1");
    }
}
