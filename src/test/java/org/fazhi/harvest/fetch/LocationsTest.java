package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {

    private static final URI PAGE = URI.create("http://www.qinghe.gov.cn/a/b.html");

    @ParameterizedTest
    @CsvSource({
        "HTTP://www.qinghe.gov.cn/c.html, http://www.qinghe.gov.cn/c.html",
        "Https://www.qinghe.gov.cn/c.html#top, https://www.qinghe.gov.cn/c.html",
        "../c d.html, http://www.qinghe.gov.cn/c%20d.html",
        "HTTPX://www.qinghe.gov.cn/, HTTPX://www.qinghe.gov.cn/"
    })
    void readsWhereALocationLeads(String location, String url) {
        assertThat(Locations.resolve(PAGE, location).map(URI::toString)).contains(url);
    }

    @Test
    void findsNothingInWhatIsNoAddress() {
        assertThat(Locations.resolve(PAGE, "http://[")).isEmpty();
        assertThat(Locations.resolve(PAGE, "#top")).isEmpty();
        assertThat(Locations.resolve(PAGE, "x".repeat(2_001))).isEmpty();
        assertThat(Locations.resolve(PAGE, "x".repeat(1_999))).isEmpty();
        assertThat(Locations.resolve(PAGE, "x".repeat(1_900))).isPresent();
    }
}
