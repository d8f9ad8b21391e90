package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are parted by bodies: what is shown of one says nothing of the others. The source is that of 清禾县司法局. */
class BodyTabsTest {

    private static final String START = "/fzzf/index.html";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<select onchange='show(this.value)'><option>县教育局</option><option>县司法局</option></select>",
                "<select><option>县司法局</option><option selected value='9'>县教育局</option></select>",
                "<select><option>全部</option><option selected>县教育局</option><option>清禾县司法局</option></select>",
                "<div><a onclick='body(1)'>县教育局</a><a onclick='body(2)'>司法局</a></div>",
                "<div><a href='javascript:body(1)'>县教育局</a><a href='javascript:body(2)'>县司法局</a></div>",
                "<ul><li class='on'><a href='#'>县教育局</a></li><li><a href='#'>县司法局</a></li></ul>",
                "<ul><li class='on'><a href='javascript:;'>县教育局</a></li><li><a href='javascript:void(0)'>县司法局</a></li></ul>",
                "<ul><li class='cur'>县教育局</li><li>县司法局</li></ul>",
                "<div><b onclick='all()'>全部</b><b class='cur' onclick='b(1)'>县教育局</b><b onclick='b(2)'>县司法局</b></div>",
            })
    void isNotCompleteWhereAScriptShowsTheSourcesOwnRows(String bodies) {
        assertThat(walk(bodies + WalkedSite.years(2023))).isEqualTo(Stop.SCRIPT_ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Its own is the one that is shown, or all are.
                "<select><option>县司法局</option><option>县教育局</option></select>",
                "<select><option>全部</option><option>县教育局</option><option>县司法局</option></select>",
                "<select><option>请选择</option><option>县教育局</option><option>县司法局</option></select>",
                "<ul><li class='on'><a href='#'>县司法局</a></li><li><a href='#'>县教育局</a></li></ul>",
                "<div><b class='cur' onclick='all()'>全部</b><b onclick='b(1)'>县教育局</b><b onclick='b(2)'>县司法局</b></div>",
                // Others are hidden.
                "<div><a onclick='body(1)'>县教育局</a><a onclick='body(2)'>县民政局</a></div>",
                // Links to other pages.
                "<select><option value='http://a.example/'>县教育局</option><option value='/b/'>县司法局</option></select>",
                "<div><a href='/jy/'>县教育局</a><a href='/sf/'>县司法局</a></div>",
                "<div><a class='on' href='/jy/'>县教育局</a><a href='/sf/'>县司法局</a></div>",
                "<div><a onclick=\"open('/jy/')\">县教育局</a><a onclick=\"open('/sf/')\">县司法局</a></div>",
                // No tabs.
                "<ul><li>县教育局</li><li>县司法局</li></ul>",
                "<div><a onclick='body(2)'>县司法局</a></div>",
                "<select><option>县司法局动态</option><option>县教育局动态</option></select>",
                "<div><a class='disabled' onclick='b(1)'>县教育局</a><a class='disabled' onclick='b(2)'>县司法局</a></div>",
                // Its rows stand on the page, and a script shows and hides them.
                "<div><a onclick='body(1)'>县教育局</a><a onclick='body(2)'>县司法局</a></div><p>"
                        + "<a href='/fzzf/own.html'>清禾县司法局2021年法治政府建设年度报告</a> 2022-01-05</p>",
            })
    void isCompleteWhereTheSourcesOwnRowsAreShown(String bodies) {
        assertThat(walk(bodies + WalkedSite.years(2023))).isEqualTo(Stop.COMPLETE);
    }

    private static Stop walk(String page) {
        return new WalkedSite(START, "清禾县司法局").page(START, page).walk();
    }
}
