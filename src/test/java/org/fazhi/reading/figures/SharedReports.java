package org.fazhi.reading.figures;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The material beside the repository, where it stands: {@code ../shared}, or the folder named by {@code FAZHI_SHARED}.
 * Nothing of it is copied here; without it the tests that need it are skipped and say so.
 */
public final class SharedReports {

    private SharedReports() {}

    /** The path below the shared folder; the calling test is skipped where it is absent. */
    public static Path require(String path) {
        String root = Optional.ofNullable(System.getProperty("fazhi.shared"))
                .or(() -> Optional.ofNullable(System.getenv("FAZHI_SHARED")))
                .orElse("../shared");
        Path found = Path.of(root).resolve(path);
        Assumptions.assumeTrue(Files.exists(found), "skipped: " + found.toAbsolutePath() + " is absent");
        return found;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report as a reader of it would have it: pinyin glosses gone, simplified characters. */
    public static String readable(Path file) {
        String text = text(file).replace("\r", "");
        String plain = text.replaceAll("\\(\\p{IsLatin}{1,7}\\)?(?<=\\)|\\p{IsLatin})", "");
        return plain.equals(text) ? text : HanLP.convertToSimplifiedChinese(plain);
    }
}
