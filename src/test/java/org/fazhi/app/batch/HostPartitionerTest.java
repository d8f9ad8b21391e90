package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostPartitionerTest {

    private static final String LONG = "a".repeat(61) + ".example:8080";

    @Test
    void namesAWorkerSoThatItsHostIsKnownByTheNameAlone() {
        List<String> hosts = List.of("127.0.0.1:8080", "www.linjiang.example", LONG);

        assertThat(new HostPartitioner(() -> hosts).partition(1).entrySet())
                .hasSize(3)
                .allSatisfy(partition -> {
                    assertThat(partition.getValue().isEmpty()).isTrue();
                    assertThat(partition.getKey()).hasSizeLessThanOrEqualTo(60);
                });
        assertThat(new HostPartitioner(() -> hosts).partition(1).keySet())
                .extracting(name -> HostPartitioner.authorityOf("fetchHost:" + name, hosts))
                .containsExactlyElementsOf(hosts);
    }

    @Test
    void failsAWorkerThatIsForNoHostOfTheNight() {
        assertThatThrownBy(() -> HostPartitioner.authorityOf("discoverHost:www.other.example", List.of(LONG)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("discoverHost:www.other.example: expected one of the 1 hosts of the night, got none");
    }
}
