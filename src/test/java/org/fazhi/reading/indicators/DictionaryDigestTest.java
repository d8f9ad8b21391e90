package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryDigestTest {

    private static final Path RULES = Path.of("warehouse/indicators");

    @Test
    void isAnotherWhenOneWordOfOneRuleIs(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        IndicatorDictionary before = IndicatorDictionary.read(folder);
        Path mediation = folder.resolve("mediation.yml");
        Files.writeString(mediation, "# Another comment.\n" + Files.readString(mediation));
        assertThat(IndicatorDictionary.read(folder).digest()).isEqualTo(before.digest());
        Files.writeString(mediation, Files.readString(mediation).replaceFirst("priority: 54", "priority: 55"));

        assertThat(before.digest()).isEqualTo(IndicatorDictionary.read(RULES).digest());
        assertThat(IndicatorDictionary.read(folder).digest()).isNotEqualTo(before.digest());
        assertThat(IndicatorDictionary.read(folder).indicators()).isEqualTo(before.indicators());
    }
}
