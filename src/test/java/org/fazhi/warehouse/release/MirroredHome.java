package org.fazhi.warehouse.release;

import java.nio.file.Path;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;

/**
 * A home whose regions lie in a real province (371322), and in a fictional one whose code its regions' first digits do not give
 * (991101 in 991000).
 */
final class MirroredHome {

    private MirroredHome() {}

    static Home in(Path root) {
        Home home = new Home(root);
        home.sources.add(Reports.source("tancheng", "郯城县人民政府", "371322", IssuerKind.GOVERNMENT, 2022));
        home.sources.add(Reports.source("shiqiao", "石桥县人民政府", "991101", IssuerKind.GOVERNMENT, 2022));
        for (int year = 2022; year < 2025; year++) {
            add(home, "tancheng", "371322", "郯城县人民政府", year, "70");
            add(home, "shiqiao", "991101", "石桥县人民政府", year, "9");
        }
        return home;
    }

    static void add(Home home, String source, String region, String issuer, int year, String value) {
        home.extracts.add(Reports.report(region, issuer, "government", year)
                .figure("受理", value + "件", value, "件", "reconsideration.accepted")
                .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                .check("correction_rate", "confirmed", 1)
                .part("problems", true)
                .published((year + 1) + "-02-01")
                .extract(source, "http://" + source + ".example/" + year, "sha256:" + year + value, Reports.FETCHED));
    }
}
