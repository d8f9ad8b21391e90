package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.reading.attachment.AttachmentResult.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scan of the fictional report, read by tesseract where it is installed. */
@Tag("slow")
class RealOcrTest {

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?(?:万元|[件人次个项场%])");

    @Test
    void readsAScanNearlyAsWellAsItsText() throws Exception {
        Tesseract.Search search = Tesseract.find();
        assumeThat(search)
                .as("tesseract with chi_sim on this machine: " + search)
                .isInstanceOf(Tesseract.Search.Found.class);
        Tesseract tesseract = ((Tesseract.Search.Found) search).tesseract();
        byte[] scan = Scans.report();

        AttachmentResult result = new AttachmentReader(AttachmentLimits.USUAL, Optional.of(tesseract)).read(scan);

        assertThat(result).isInstanceOfSatisfying(Text.class, text -> {
            String expected = printed();
            double f1 = f1(characters(expected), characters(text.text()));
            double figures = f1(figures(expected), figures(text.text()));
            assertThat(text.isOcr()).isTrue();
            assertThat(f1).isGreaterThan(0.95);
            assertThat(figures).isGreaterThan(0.9);
            assertThat(text.text().lines().count()).isBetween(22L, 30L);
        });
    }

    private static String printed() {
        return ((Text) new AttachmentReader(AttachmentLimits.USUAL).read(Fixture.report("pdf"))).text();
    }

    private static List<String> characters(String text) {
        return text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .toList();
    }

    private static List<String> figures(String text) {
        return FIGURE.matcher(text.replace(" ", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Of two bags. */
    private static double f1(List<String> expected, List<String> got) {
        Map<String, Integer> left = new HashMap<>();
        expected.forEach(one -> left.merge(one, 1, Integer::sum));
        long common = Stream.of(got)
                .flatMap(List::stream)
                .filter(one -> left.merge(one, -1, Integer::sum) >= 0)
                .count();
        return 2.0 * common / (expected.size() + got.size());
    }
}
