package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a page holds and does not show. */
class HiddenRowsTest {

    private static final String START = "/fzzf/index.html";
    private static final String ROW =
            "<ul>" + WalkedSite.row("/fzzf/r2022.html", "2022年法治政府建设年度报告", "2023-01-05") + "</ul>";
    private static final String CODE =
            "{\"title\": \"清禾县2022年法治政府建设年度报告\", \"pubDate\": \"2023-01-05\", \"url\": \"\\/fzzf\\/r2022.html\"}";

    /** A script may show them, so they are rows; with which others, nobody can say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<template>%s</template>",
                "<textarea style='display:none'>%s</textarea>",
                "<script type='text/html'>%s</script>",
                "<script type='text/template'>%s</script>",
                "<script type='text/x-handlebars-template'>%s</script>",
                "<script type='x-template'>%s</script>",
            })
    void takesRowsThatAScriptMayShowAndIsNotComplete(String place) {
        WalkedSite site = site(WalkedSite.years(2023) + place.formatted(ROW));

        assertThat(site.walk()).isEqualTo(Stop.SCRIPT_ROWS);
        assertThat(site.taken()).containsExactly("/fzzf/r2023.html", "/fzzf/r2022.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- %s -->",
                "<script>var rows = [CODE];</script>",
                "<script type='application/json'>{\"list\": [CODE]}</script>",
                "<script>rows.push({bt: '清禾县2022年法治政府建设年度报告', link: '/fzzf/r2022.html', sj: '2023/1/5'})</script>",
            })
    void isNotCompleteWhereRowsStandInCommentsOrData(String place) {
        WalkedSite site =
                site(WalkedSite.years(2023) + place.replace("CODE", CODE).replace("%s", ROW));

        assertThat(site.walk()).isEqualTo(Stop.SCRIPT_ROWS);
        assertThat(site.taken()).containsExactly("/fzzf/r2023.html");
    }

    /** What is shown besides, what has no date or no address, what is no row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<template>SHOWN</template><textarea>SHOWN</textarea><script type='text/html'>SHOWN</script><!-- SHOWN -->",
                "<script>var rows = [{\"title\": \"清禾县2023年法治政府建设年度报告\", \"date\": \"2024-01-05\", \"url\": \"/fzzf/r2023.html\"}]</script>",
                "<textarea><a href='/x.html'>清禾县人民政府公告</a></textarea>",
                "<!-- <li><a href='#'>标题标题标题标题</a><span>2018-01-01</span></li> -->",
                "<script>var rows = [{\"title\": \"清禾县2023年法治政府建设年度报告\", \"date\": \"2024-01-05\", \"url\": \"\\/fzzf\\/r2023.html\"}]</script>",
                "<!-- <a href='/x.html'>清禾县人民政府公告</a> -->",
                "<script type='text/javascript'>var s = '<li><a href=/x.html>清禾县2022年法治政府建设年度报告</a> 2023-01-05</li>';</script>",
                "<!-- 2023-01-05 <b>清禾县</b> -->",
                "<script>var s = '<a href=\"/x.html\">清禾县2022年法治政府建设年度报告</a> 2023-01-05';</script>",
                "<script>slides.push({title: '清禾县法治政府建设专题', time: 3000, url: '/zt/'})</script>",
                "<textarea placeholder='请输入'></textarea>",
            })
    void isCompleteWhereNothingIsHidden(String place) {
        assertThat(site(WalkedSite.years(2023) + place.replace("SHOWN", WalkedSite.years(2023)))
                        .walk())
                .isEqualTo(Stop.COMPLETE);
    }

    /** Beyond its bounds nothing is read, and nothing is called whole. */
    @Test
    void isNotCompleteWhereThereIsMoreThanIsRead() {
        String shown = WalkedSite.years(2023);
        String place = "<textarea><a href='/x.html'>清禾县人民政府公告</a></textarea>";

        assertThat(site(shown + place.repeat(50)).walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site(shown + "<textarea>清禾县</textarea>".repeat(60)).walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site(shown + place.repeat(51)).walk()).isEqualTo(Stop.SCRIPT_ROWS);
        assertThat(site(shown + "<textarea><a href='/x.html'>" + "x".repeat(500_000) + "</a></textarea>")
                        .walk())
                .isEqualTo(Stop.SCRIPT_ROWS);
    }

    /** The scripts of a family are known to its dialect. */
    @Test
    void leavesThePlacesOfAKnownFamilyToItsDialect() {
        String call = "<script>createPageHTML(1, 0, 'index', 'html');</script>";

        assertThat(site(WalkedSite.years(2023) + call + "<!-- " + ROW + " -->").walk())
                .isEqualTo(Stop.COMPLETE);
    }

    private static WalkedSite site(String body) {
        return new WalkedSite(START).page(START, body);
    }
}
