package org.fazhi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleSiteTest {

    private static SampleSite site;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        site = SampleSite.startOnFreePorts();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void answersNotModifiedToItsOwnValidators() throws Exception {
        URI page = site.base(Family.TRS).resolve("qichuan/zfb/fzzf/index.html");
        HttpResponse<byte[]> first = send(HttpRequest.newBuilder(page).build());
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(page)
                                .header("If-None-Match", etag)
                                .build())
                        .statusCode())
                .isEqualTo(304);
        assertThat(send(HttpRequest.newBuilder(page)
                                .header("If-Modified-Since", modified)
                                .build())
                        .statusCode())
                .isEqualTo(304);
        assertThat(send(HttpRequest.newBuilder(page)
                                .header("If-None-Match", "\"other\"")
                                .header("If-Modified-Since", modified)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofByteArray());
    }
}
