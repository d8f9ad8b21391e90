package org.fazhi.warehouse;

import java.nio.file.Path;
import org.fazhi.harvest.source.IssuerKind;

/**
 * A home with two releases of a fictional county, for tests of what is done with releases: between them the number of 2023
 * is read otherwise and the report on 2024 is new, with a title that a spreadsheet would run.
 */
public record TwoReleases(Path home, String before, String after) {

    /** @param root an empty folder; the home is made in it */
    public static TwoReleases publish(Path root) {
        Home home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        report(home, 2023, "70", "云溪县2023年法治政府建设年度报告");
        String before = home.published().release();
        home.extracts.clear();
        report(home, 2023, "71", "云溪县2023年法治政府建设年度报告");
        report(home, 2024, "80", "=HYPERLINK(\"http://x.example\",\"2024年\")");
        return new TwoReleases(home.home.root(), before, home.published().release());
    }

    private static void report(Home home, int year, String value, String title) {
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                .titled(title)
                .figure("受理", value + "件", value, "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/" + year));
    }
}
