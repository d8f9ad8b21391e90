package org.fazhi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {

    private static final FactTable FACTS = FactTable.read();
    private static final Articles ARTICLES = new Articles(FACTS);

    /** Numbers that measure nothing: titles, quotations, document and article numbers, dates, list markers. */
    private static final Pattern NO_FIGURES = Pattern.compile(
            "《[^》]*》|“[^”]*”|〔\\d{4}〕\\d+号|（国务院令第\\d+号）" + "|第\\d+个|\\d{4}年(度|上半年)?|\\d{1,2}月(\\d{1,2}日|底)|^\\d+\\.");

    @Test
    void writesTheSameBytesTwice() {
        assertThat(fingerprints(SamplePages.of(SampleGenerator.pages())))
                .isEqualTo(fingerprints(SamplePages.of(SampleGenerator.pages())));
    }

    @Test
    void carriesThePagesOfThisGeneratorOnTheClassPath() {
        assertThat(fingerprints(SamplePages.fromClassPath()))
                .hasSizeGreaterThan(400)
                .isEqualTo(fingerprints(SamplePages.of(SampleGenerator.pages())));
    }

    /** One line a page: all it is made of. */
    private static List<String> fingerprints(SamplePages pages) {
        return pages.all().stream()
                .map(page -> page.family() + " " + page.path() + " " + page.status() + " " + page.contentType() + " "
                        + page.modified() + " " + page.location() + " "
                        + HexFormat.of().formatHex(page.body()))
                .toList();
    }

    @Test
    void keepsTheWholeSiteUnderSixMegabytes() {
        assertThat(SampleGenerator.pages().stream()
                        .mapToLong(page -> page.body().length)
                        .sum())
                .isBetween(1_000_000L, 6_000_000L);
    }

    @Test
    void saysEveryFactOnceAndNoOtherNumber() {
        ReportText text = new ReportText(Sentences.read());
        for (Report report : FACTS.reports()) {
            List<String> said = new ArrayList<>();
            for (ReportLine line : text.lines(report)) {
                if (line.place() == ReportLine.Place.BODY) {
                    Pattern.compile("\\d+(\\.\\d+)?")
                            .matcher(NO_FIGURES.matcher(line.text()).replaceAll(" "))
                            .results()
                            .forEach(number -> said.add(number.group()));
                }
            }
            assertThat(said)
                    .as("%s %d", report.body().publisher(), report.year())
                    .hasSameSizeAs(report.facts());
        }
    }

    @Test
    void showsEveryFactOnItsPage() {
        for (Article article : reports()) {
            String shown = shown(article);
            for (Fact fact : article.report().orElseThrow().facts()) {
                String plain = fact.value().stripTrailingZeros().toPlainString();
                String inWan =
                        fact.value().movePointLeft(4).stripTrailingZeros().toPlainString() + "万";
                assertThat(shown.contains(plain) || shown.contains(inWan))
                        .as("%s: %s", article.path(), fact)
                        .isTrue();
            }
        }
    }

    @Test
    void putsADigitAndItsUnitIntoDifferentSpansInWordPaste() {
        Article article = reports().stream()
                .filter(candidate -> candidate.body().family() == Family.HANWEB)
                .findFirst()
                .orElseThrow();
        String html = new String(Frame.of(Family.HANWEB).article(article).body(), StandardCharsets.UTF_8);

        assertThat(html).containsPattern("<span lang=\"EN-US\">\\d+</span><span style=\"font-family:仿宋\">[件项次]");
    }

    @Test
    void declaresGb2312AndNeedsGb18030() {
        List<Page> pages = SampleGenerator.pages().stream()
                .filter(page -> page.family() == Family.VSB && page.path().startsWith("/info/"))
                .filter(page -> page.body().length > 3000)
                .toList();

        assertThat(pages)
                .allSatisfy(page -> assertThat(new String(page.body(), Charset.forName("GB18030")))
                        .contains("charset=gb2312")
                        .doesNotContain("\ufffd"));
        assertThat(pages).extracting(Page::contentType).contains("text/html", "text/html; charset=gb2312");
        assertThat(pages)
                .as("a character that only GB18030 has")
                .anySatisfy(page -> assertThat(new String(page.body(), Charset.forName("GB18030")))
                        .contains("㵲"));
    }

    @Test
    void damagesSomePagesAsRealOnesAreDamaged() {
        assertThat(shownWith(Damage.TRADITIONAL)).contains("區(qū)", "執(zhí)").doesNotContain("执法");
        assertThat(shownWith(Damage.TORN_MARKERS)).containsPattern("\n1\n\\. ");
        assertThat(shownWith(Damage.FULL_WIDTH)).containsPattern("[０-９]+件").containsPattern("[０-９]％");
        assertThat(shownWith(Damage.SPACES)).containsPattern("\\d\u00a0%");
        assertThat(shownWith(Damage.LOST_GLYPHS))
                .containsPattern("枕政2025\\d+\n")
                .containsPattern("2025\\d{2,4}日");
    }

    private static String shownWith(Damage damage) {
        StringBuilder text = new StringBuilder();
        reports().stream()
                .filter(article -> article.report().orElseThrow().damage() == damage)
                .forEach(article ->
                        article.lines().forEach(line -> text.append(line.text()).append('\n')));
        return text.toString();
    }

    private static List<Article> reports() {
        return FACTS.bodies().stream()
                .flatMap(body -> ARTICLES.of(body).stream())
                .filter(Article::isReport)
                .toList();
    }

    private static String shown(Article article) {
        Page page = Frame.of(article.body().family()).article(article);
        Charset charset = page.family() == Family.VSB ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        String text = Jsoup.parse(new String(page.body(), charset)).text();
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
