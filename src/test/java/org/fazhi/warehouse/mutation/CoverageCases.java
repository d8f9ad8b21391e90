package org.fazhi.warehouse.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What coverage says of links, documents and walks; the night is 10 January 2026, 2024 was due on 1 April 2025. */
final class CoverageCases {

    private static final List<String> SCRIPTS = List.of("transforms/31_coverage.sql");
    private static final String TOLD =
            "SELECT source_id, report_year, state, unseen_reason, unread_reason, url FROM fact_coverage"
                    + " WHERE report_year = 2024 ORDER BY ALL";

    static final List<ScriptCase> ALL = cases();

    private CoverageCases() {}

    private static List<ScriptCase> cases() {
        List<ScriptCase> cases = new ArrayList<>();
        cases.add(new ScriptCase(
                "owes a row a year from the first wanted to the one before the night, due by the rule of the year and kind",
                SCRIPTS,
                source("a", "government", 2018) + source("b", "bureau", 2019) + source("c", "government", 2014)
                        + source("d", "township", 2025)
                        + "DELETE FROM due_rule WHERE to_report_year IS NULL AND issuer_kind = 'township';",
                "SELECT source_id, report_year, due_date, public_due_date, due_basis, state FROM fact_coverage"
                        + " WHERE report_year NOT BETWEEN 2020 AND 2024 AND report_year NOT BETWEEN 2016 AND 2017 ORDER BY ALL",
                List.of(
                        "a|2018|2019-03-31|2019-03-31|中发〔2015〕36号|unseen",
                        "a|2019|2020-04-01|2020-04-01|厅字〔2019〕28号|unseen",
                        "a|2025|2026-04-01|2026-04-01|厅字〔2019〕28号|not_due",
                        "b|2019|2020-03-01|2020-04-01|厅字〔2019〕28号|unseen",
                        "b|2025|2026-03-01|2026-04-01|厅字〔2019〕28号|not_due",
                        "c|2014|-|-|-|not_due",
                        "c|2015|2016-03-31|2016-03-31|中发〔2015〕36号|unseen",
                        "c|2018|2019-03-31|2019-03-31|中发〔2015〕36号|unseen",
                        "c|2019|2020-04-01|2020-04-01|厅字〔2019〕28号|unseen",
                        "c|2025|2026-04-01|2026-04-01|厅字〔2019〕28号|not_due",
                        "d|2025|-|-|-|not_due")));
        cases.add(new ScriptCase(
                "is late from the day after the one for publishing, by the earliest date of its pages that can be, and published without",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + document("a1", "a", 2024, "2025-04-01")
                        + document("b1", "b", 2024, "2025-04-02")
                        + document("c1", "c", 2024, "2025-04-03")
                        + document("c2", "c", 2024, "2025-03-31")
                        + document("d1", "d", 2024, null)
                        + source("e", "bureau", 2024)
                        + document("e1", "e", 2024, "2025-04-01")
                        + source("f", "bureau", 2024)
                        + document("f1", "f", 2024, "2025-04-02")
                        + "UPDATE dim_document SET issuer_key = source_id, issuer_kind = 'bureau' WHERE source_id IN ('e', 'f');"
                        + source("g")
                        + document("g1", "g", 2024, "2026-01-03")
                        + source("h")
                        + document("h1", "h", 2024, "2026-01-04")
                        + "UPDATE dim_document SET fetched_at = TIMESTAMP '2026-01-03' WHERE document_id = 'c1';",
                "SELECT source_id, state, published_date, document_id, first_seen_at FROM fact_coverage WHERE report_year = 2024"
                        + " ORDER BY ALL",
                List.of(
                        "a|published|2025-04-01|a1|2026-01-02 00:00:00.0",
                        "b|late|2025-04-02|b1|2026-01-02 00:00:00.0",
                        "c|published|2025-03-31|c1|2026-01-02 00:00:00.0",
                        "d|published|-|d1|2026-01-02 00:00:00.0",
                        "e|published|2025-04-01|e1|2026-01-02 00:00:00.0",
                        "f|late|2025-04-02|f1|2026-01-02 00:00:00.0",
                        "g|late|2026-01-03|g1|2026-01-02 00:00:00.0",
                        "h|published|-|h1|2026-01-02 00:00:00.0")));
        cases.add(new ScriptCase(
                "is gone where all pages that stand for it were withdrawn, late or not, since the last of them was",
                SCRIPTS,
                List.of("a", "b", "c", "d", "e", "f").stream()
                                .map(id -> source(id) + document(id + "1", id, 2024, "2025-06-06"))
                                .collect(Collectors.joining())
                        + withdrawn("a1", 5)
                        // One of two stands; one of two that were withdrawn; one that is not current stands.
                        + withdrawn("b1", 5) + document("b2", "b", 2024, null)
                        + withdrawn("c1", 5) + document("c2", "c", 2024, null) + withdrawn("c2", 7)
                        + withdrawn("d1", 5) + document("d2", "d", 2024, null)
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'd2';"
                        // One that is not current was withdrawn; none is current.
                        + document("e2", "e", 2024, null) + withdrawn("e2", 5)
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'e2';"
                        + withdrawn("f1", 5) + "UPDATE dim_document SET is_current = false WHERE document_id = 'f1';",
                "SELECT source_id, state, unread_reason, withdrawn_on, document_id FROM fact_coverage WHERE report_year = 2024"
                        + " ORDER BY ALL",
                List.of(
                        "a|gone|withdrawn|2026-01-05|a1",
                        "b|late|-|-|b1",
                        "c|gone|withdrawn|2026-01-07|c1",
                        "d|gone|withdrawn|2026-01-05|d1",
                        "e|late|-|-|e1",
                        "f|late|-|-|f1")));
        cases.add(new ScriptCase(
                "is late by no date but of publishing: not by one of a change, nor where its row is dated or was seen in time",
                SCRIPTS,
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k").stream()
                                .map(id -> source(id) + document(id + "1", id, 2024, "2025-06-06"))
                                .collect(Collectors.joining())
                        // By the page alone; by a change alone; by a change and the row.
                        + basis("a1", "meta_tag") + basis("b1", "update") + basis("c1", "update")
                        + listed("c", "c1", "2025-05-05", "2025-07-07")
                        // By the page, and a row in time, on the last day, a day late, before its year was over, or of
                        // the future.
                        + listed("d", "d1", "2025-03-03", "2025-07-07") + listed("e", "e1", "2025-04-01", "2025-07-07")
                        + listed("f", "f1", "2025-04-02", "2025-07-07") + listed("g", "g1", "2024-11-30", "2025-07-07")
                        + listed("h", "h1", "2024-12-01", "2025-07-07") + listed("i", "i1", "2026-01-04", "2025-07-07")
                        // Seen the moment before the day, and as it begins.
                        + listed("j", "j1", null, "2025-03-31 23:59:59") + listed("k", "k1", null, "2025-04-01")
                        // Without any date but the row's.
                        + source("m") + document("m1", "m", 2024, null) + listed("m", "m1", "2026-01-03", "2025-07-07")
                        // Fetched in time, listed later.
                        + source("n") + document("n1", "n", 2024, "2025-02-02") + listed("n", "n1", null, "2025-07-07")
                        + "UPDATE dim_document SET fetched_at = TIMESTAMP '2025-03-03', published_date = '2025-03-04'"
                        + " WHERE document_id = 'n1';"
                        // One of a change and one of the page's own.
                        + source("o") + document("o1", "o", 2024, "2025-06-06")
                        + document("o2", "o", 2024, "2025-05-05")
                        + basis("o1", "update") + basis("o2", "page")
                        // One of two seen in time, and the earlier of two rows.
                        + source("p") + document("p1", "p", 2024, "2025-06-06")
                        + document("p2", "p", 2024, "2025-06-06")
                        + listed("p", "p1", null, "2025-03-03")
                        + source("q") + document("q1", "q", 2024, "2025-06-06")
                        + document("q2", "q", 2024, "2025-06-06")
                        + listed("q", "q1", "2025-05-05", "2025-07-07") + listed("q", "q2", "2025-05-07", "2025-07-07")
                        // Another day of the page, in time, before its year was over, of the future, and the earlier of
                        // two.
                        + source("t") + document("t1", "t", 2024, "2025-06-06") + other("t1", "2024-12-01")
                        + source("u") + document("u1", "u", 2024, "2025-06-06") + other("u1", "2024-11-30")
                        + source("v") + document("v1", "v", 2024, null) + other("v1", "2026-01-04")
                        + source("w") + document("w1", "w", 2024, null) + other("w1", "2026-01-03")
                        + source("x") + document("x1", "x", 2024, "2025-06-06")
                        + document("x2", "x", 2024, "2025-06-06")
                        + other("x1", "2025-05-05") + other("x2", "2025-05-07")
                        // A page without a date beside one of a change.
                        + source("s") + document("s1", "s", 2024, "2025-06-06") + document("s2", "s", 2024, null)
                        + basis("s1", "update")
                        // Of an edition put up anew, by its page, by its row, and beside the first.
                        + source("y") + document("y1", "y", 2024, "2025-06-06") + basis("y1", "reissue")
                        + source("z") + document("z1", "z", 2024, "2025-06-06") + basis("z1", "reissue")
                        + listed("z", "z1", "2025-05-05", "2025-07-07")
                        + source("zz") + document("zz1", "zz", 2024, "2025-06-06") + basis("zz1", "reissue")
                        + document("zz2", "zz", 2024, "2025-05-05")
                        // A row of the future is no date at all.
                        + source("r") + document("r1", "r", 2024, null) + listed("r", "r1", "2026-01-04", "2025-07-07"),
                "SELECT source_id, state, published_date FROM fact_coverage WHERE report_year = 2024 ORDER BY ALL",
                List.of(
                        "a|late|2025-06-06",
                        "b|published|2025-06-06",
                        "c|late|2025-05-05",
                        "d|published|2025-03-03",
                        "e|published|2025-04-01",
                        "f|late|2025-04-02",
                        "g|late|2025-06-06",
                        "h|published|2024-12-01",
                        "i|late|2025-06-06",
                        "j|published|2025-06-06",
                        "k|late|2025-06-06",
                        "m|late|2026-01-03",
                        "n|published|2025-03-04",
                        "o|late|2025-05-05",
                        "p|published|2025-06-06",
                        "q|late|2025-05-05",
                        "r|published|-",
                        "s|published|2025-06-06",
                        "t|published|2024-12-01",
                        "u|late|2025-06-06",
                        "v|published|-",
                        "w|published|2026-01-03",
                        "x|late|2025-05-05",
                        "y|published|2025-06-06",
                        "z|published|2025-05-05",
                        "zz|late|2025-05-05")));
        cases.add(new ScriptCase(
                "takes for its own what it harvested of its kind, and what its body issued wherever it was harvested",
                SCRIPTS,
                source("a") + source("b") + source("c") + source("d") + source("e")
                        + source("f", "party_government", 2024) + document("f1", "f", 2024, null)
                        + source("g", "bureau", 2024) + document("g1", "g", 2024, null)
                        + "UPDATE dim_source SET region_code = '990102' WHERE source_id = 'd';"
                        + document("a1", "a", 2024, null) + document("b1", "a", 2024, null)
                        + document("c1", "c", 2024, null) + document("d1", "d", 2024, null)
                        + document("e1", "e", 2023, null)
                        + "UPDATE dim_document SET issuer_key = 'b', issuer_kind = 'bureau'"
                        + " WHERE document_id = 'b1';"
                        + "UPDATE dim_document SET issuer_kind = 'party_government' WHERE document_id = 'a1';"
                        + "UPDATE dim_document SET issuer_kind = 'bureau' WHERE document_id = 'c1';",
                "SELECT source_id, state, document_id FROM fact_coverage WHERE report_year = 2024 ORDER BY ALL",
                List.of(
                        "a|published|a1",
                        "b|published|b1",
                        "c|unseen|-",
                        "d|unseen|-",
                        "e|unseen|-",
                        "f|published|f1",
                        "g|unseen|-")));
        cases.add(new ScriptCase(
                "shows of several documents a current one before its own, and its own before another's",
                SCRIPTS,
                source("a") + source("b") + source("c")
                        + document("a1", "a", 2024, null) + document("a2", "a", 2024, null)
                        + document("b1", "x", 2024, null) + document("b2", "b", 2024, null)
                        + document("c1", "c", 2024, null) + document("c2", "c", 2024, null)
                        + "UPDATE dim_document SET issuer_key = left(document_id, 1);"
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'a1';",
                "SELECT source_id, document_id, url FROM fact_coverage WHERE report_year = 2024 ORDER BY ALL",
                List.of("a|a2|u-a2", "b|b2|u-b2", "c|c1|u-c1")));
        cases.add(new ScriptCase(
                "knows by its link what could not be read: not read before walled in before gone",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + source("e")
                        + source("f")
                        + source("g")
                        + source("h")
                        + link("h", "1", "2024", "not_modified", null)
                        + link("a", "1", "2024", "gone", null)
                        + link("a", "2", "2024", "denied", null)
                        + link("a", "3", "2024", "too_large", null)
                        + link("a", "4", "2024", "failed", null)
                        + link("b", "1", "2024", "soft_404", null)
                        + link("b", "2", "2024", "blocked", null)
                        + link("c", "1", "2024", "soft_404", null)
                        + link("d", "1", "2024", "denied", null)
                        + link("e", "1", "2024", "fetched", null)
                        + link("f", "1", "2024", "failed", "'p'")
                        + link("g", "1", "2023", "failed", null),
                TOLD,
                List.of(
                        "a|2024|unread|-|too_large|u3",
                        "b|2024|blocked|-|blocked|u2",
                        "c|2024|gone|-|soft_404|u1",
                        "d|2024|blocked|-|denied|u1",
                        "e|2024|unread|-|not_read|u1",
                        "f|2024|unread|-|not_read|u1",
                        "g|2024|unseen|no_listing|-|-",
                        "h|2024|unread|-|not_read|u1")));
        cases.add(new ScriptCase(
                "follows a link to its page, by address or bytes, of its own source; the last quarantine counts",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + link("a", "a1", "2024", "blocked", null)
                        + reading("a", "a1", "p1", "quarantined", "'old'", 1)
                        + reading("a", "a1", "p2", "quarantined", "'new'", 2)
                        + link("b", "b1", "2024", "fetched", "'pb'")
                        + reading("b", "b9", "pb", "quarantined", "'moved'", 1)
                        + link("c", "c1", "2024", "gone", "'pc'")
                        + reading("x", "c1", "p", "quarantined", "'of another'", 1)
                        + reading("x", "c9", "pc", "quarantined", "'of another'", 1)
                        + link("d", "d1", "2024", "fetched", null)
                        + reading("d", "d1", "p1", "quarantined", "'no_text'", 2)
                        + reading("d", "d1", "p2", "loaded", "NULL", 1)
                        + walk("d", "l", true, true, "complete", "2025-04-02", 1),
                TOLD,
                List.of(
                        "a|2024|unread|-|new|ua1",
                        "b|2024|unread|-|moved|ub1",
                        "c|2024|gone|-|gone|uc1",
                        "d|2024|missing|-|-|-")));
        cases.add(new ScriptCase(
                "gives first what a listing showed first, read or not",
                SCRIPTS,
                source("a") + document("a1", "a", 2024, null)
                        + link("a", "a1", "2024", "fetched", null) + link("a", "a2", "2024", "fetched", null)
                        + reading("a", "a1", "p1", "loaded", "NULL", 1)
                        + "UPDATE fact_link SET first_seen_at = TIMESTAMP '2025-05-05' WHERE document_id = 'a1';",
                "SELECT state, first_seen_at, url FROM fact_coverage WHERE report_year = 2024",
                List.of("published|2025-05-05 00:00:00.0|u-a1")));
        cases.add(new ScriptCase(
                "misses nothing while a document is not read that no title gives a year, and says the first reason",
                SCRIPTS,
                source("a") + source("b") + source("c") + source("d") + source("e")
                        + link("a", "a2", "NULL", "failed", null) + link("a", "a1", "NULL", "gone", null)
                        + link("b", "b1", "NULL", "fetched", null) + reading("b", "b1", "p", "loaded", "NULL", 1)
                        + document("b1", "b", 2023, null)
                        + link("c", "c1", "NULL", "fetched", null) + reading("c", "c1", "p", "loaded", "NULL", 1)
                        + document("c1", "c", null, null)
                        + link("d", "d1", "NULL", "fetched", null)
                        + reading("d", "d1", "p", "ignored", "'model_essay'", 1)
                        + link("e", "e1", "NULL", "fetched", null) + reading("e", "e1", "p", "loaded", "NULL", 1)
                        + document("e1", "e", 2023, null)
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'e1';"
                        + source("f") + link("f", "f1", "NULL", "fetched", "'pf'")
                        + reading("f", "f1", "p", "loaded", "NULL", 1) + document("f1", "f", 2023, null)
                        + reading("f", "f9", "pf", "quarantined", "'moved'", 2) + whole("f")
                        + source("g") + link("g", "g1", "NULL", "failed", null)
                        + walk("g", "l", true, true, "complete", "2025-04-01", 1)
                        + whole("a") + whole("b") + whole("c") + whole("d") + whole("e"),
                TOLD,
                List.of(
                        "a|2024|unseen|year_unknown|gone|-",
                        "b|2024|missing|-|-|-",
                        "c|2024|unseen|year_unknown|no_year|-",
                        "d|2024|missing|-|-|-",
                        "e|2024|unseen|year_unknown|no_year|-",
                        "f|2024|missing|-|-|-",
                        "g|2024|unseen|before_due_date|failed|-")));
        cases.add(new ScriptCase(
                "misses nothing while a current report of the year is of a body that cannot be told",
                SCRIPTS,
                source("a") + source("b") + source("c") + source("d")
                        + document("a1", "a", 2024, null) + document("b1", "b", 2023, null)
                        + document("c1", "c", 2024, null) + document("d1", "d", 2024, null)
                        + "UPDATE dim_document SET issuer_key = NULL, issuer_kind = 'bureau';"
                        + "UPDATE dim_document SET issuer_key = 'other' WHERE document_id = 'd1';"
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'c1';"
                        + source("e") + document("e1", "e", 2024, null)
                        + "UPDATE dim_document SET issuer_key = NULL, issuer_kind = 'bureau' WHERE document_id = 'e1';"
                        + link("e", "e2", "NULL", "failed", null)
                        + source("f") + document("f1", "f", 2024, null)
                        + "UPDATE dim_document SET issuer_key = NULL, issuer_kind = 'bureau' WHERE document_id = 'f1';"
                        + walk("f", "l", true, true, "complete", "2025-04-01", 1)
                        + whole("a") + whole("b") + whole("c") + whole("d") + whole("e"),
                TOLD,
                List.of(
                        "a|2024|unseen|body_unknown|-|-",
                        "b|2024|missing|-|-|-",
                        "c|2024|missing|-|-|-",
                        "d|2024|missing|-|-|-",
                        "e|2024|unseen|body_unknown|failed|-",
                        "f|2024|unseen|before_due_date|-|-")));
        cases.add(new ScriptCase(
                "misses nothing while a current report of the year is of another place that the row does not name",
                SCRIPTS,
                List.of("a", "b", "c", "d", "e", "f", "g").stream()
                                .map(id -> source(id)
                                        + whole(id)
                                        + document(id + "1", id, "e".equals(id) ? 2023 : 2024, null))
                                .collect(Collectors.joining())
                        + TransformCases.region("990102", "松陂县", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + "UPDATE dim_document SET issuer_kind = 'bureau', is_elsewhere = true, region_key = '990102-1990';"
                        + "UPDATE dim_document SET is_elsewhere = false WHERE document_id = 'd1';"
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'f1';"
                        + "UPDATE dim_document SET region_key = NULL WHERE document_id = 'g1';"
                        + titled("b", "b1", "云溪县2024年法治政府建设年度报告")
                        + titled("c", "c1", "松陂2024年法治政府建设年度报告")
                        + titled("g", "g1", "松陂2024年法治政府建设年度报告")
                        // A walk that proves nothing is the nearer reason.
                        + source("h") + document("h1", "h", 2024, null)
                        + "UPDATE dim_document SET issuer_kind = 'bureau', is_elsewhere = true WHERE document_id = 'h1';"
                        + walk("h", "l", true, true, "complete", "2025-04-01", 1)
                        // One of no body before one of another place.
                        + source("i") + whole("i") + document("i1", "i", 2024, null) + document("i2", "i", 2024, null)
                        + "UPDATE dim_document SET issuer_kind = 'bureau', is_elsewhere = true WHERE document_id = 'i1';"
                        + "UPDATE dim_document SET issuer_kind = 'bureau', issuer_key = NULL WHERE document_id = 'i2';"
                        // Another place with the same first character is not named.
                        + source("j") + whole("j") + document("j1", "j", 2024, null)
                        + "UPDATE dim_document SET issuer_kind = 'bureau', is_elsewhere = true, region_key = '990102-1990'"
                        + " WHERE document_id = 'j1';" + titled("j", "j1", "松江县2024年法治政府建设年度报告"),
                TOLD,
                List.of(
                        "a|2024|unseen|issuer_elsewhere|-|-",
                        "b|2024|unseen|issuer_elsewhere|-|-",
                        "c|2024|missing|-|-|-",
                        "d|2024|missing|-|-|-",
                        "e|2024|missing|-|-|-",
                        "f|2024|missing|-|-|-",
                        "g|2024|unseen|issuer_elsewhere|-|-",
                        "h|2024|unseen|before_due_date|-|-",
                        "i|2024|unseen|body_unknown|-|-",
                        "j|2024|unseen|issuer_elsewhere|-|-")));
        cases.add(new ScriptCase(
                "misses nothing of a government while a report that its title says is on the place speaks as a bureau of it",
                SCRIPTS,
                List.of("a", "b", "c", "d", "e", "g", "h").stream()
                                .map(id -> source(id, "e".equals(id) ? "bureau" : "government", 2024)
                                        + whole(id)
                                        + document(id + "1", id, 2024, null))
                                .collect(Collectors.joining())
                        + TransformCases.region("990102", "松陂县", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + "UPDATE dim_document SET issuer_key = 'office', issuer_kind = 'bureau', region_key = '990102-1990',"
                        + " title = '松陂县 2024年法治政府建设年度报告';"
                        + "UPDATE dim_document SET title = NULL WHERE document_id IN ('b1', 'c1');"
                        + titled("b", "b1", "松陂县关于2024年法治政府建设年度报告")
                        + titled("c", "c1", "松陂县司法局2024年法治政府建设年度报告")
                        + "UPDATE dim_document SET issuer_kind = 'township' WHERE document_id = 'd1';"
                        + "UPDATE dim_document SET region_code = '990103' WHERE document_id = 'g1';"
                        + "UPDATE dim_document SET region_key = NULL WHERE document_id = 'h1';"
                        // Beside one of another place that the row does not name.
                        + source("i") + whole("i") + document("i1", "i", 2024, null) + document("i2", "i", 2024, null)
                        + "UPDATE dim_document SET issuer_kind = 'bureau', is_elsewhere = true WHERE document_id = 'i1';"
                        + "UPDATE dim_document SET issuer_key = 'office', issuer_kind = 'bureau', region_key = '990102-1990',"
                        + " title = '2024年松陂县法治政府建设年度报告' WHERE document_id = 'i2';",
                TOLD,
                List.of(
                        "a|2024|unseen|body_unknown|-|-",
                        "b|2024|unseen|body_unknown|-|-",
                        "c|2024|missing|-|-|-",
                        "d|2024|missing|-|-|-",
                        "e|2024|unseen|body_unknown|-|-",
                        "g|2024|missing|-|-|-",
                        "h|2024|missing|-|-|-",
                        "i|2024|unseen|body_unknown|-|-")));
        cases.add(new ScriptCase(
                "misses nothing of a bureau while its source has the report of one bureau of the place, by whatever name",
                SCRIPTS,
                List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                                .map(id -> source(id, "b".equals(id) ? "government" : "bureau", 2024)
                                        + whole(id)
                                        + document(id + "1", id, 2024, null))
                                .collect(Collectors.joining())
                        + "UPDATE dim_document SET issuer_key = 'office', issuer_kind = 'bureau', title = '年度报告';"
                        // One more, of a second bureau; one more of the same.
                        + document("c2", "c", 2024, null) + document("d2", "d", 2024, null)
                        + "UPDATE dim_document SET issuer_key = 'other', issuer_kind = 'bureau' WHERE document_id = 'c2';"
                        + "UPDATE dim_document SET issuer_key = 'office', issuer_kind = 'bureau' WHERE document_id = 'd2';"
                        + "UPDATE dim_document SET issuer_kind = 'government' WHERE document_id = 'e1';"
                        + "UPDATE dim_document SET region_code = '990103' WHERE document_id = 'f1';"
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'g1';"
                        // Of a body with a source of its own.
                        + source("i")
                        + "UPDATE dim_document SET issuer_key = 'i' WHERE document_id = 'h1';",
                TOLD,
                List.of(
                        "a|2024|unseen|body_unknown|-|-",
                        "b|2024|missing|-|-|-",
                        "c|2024|missing|-|-|-",
                        "d|2024|unseen|body_unknown|-|-",
                        "e|2024|missing|-|-|-",
                        "f|2024|missing|-|-|-",
                        "g|2024|missing|-|-|-",
                        "h|2024|missing|-|-|-",
                        "i|2024|published|-|-|u-h1")));
        cases.add(new ScriptCase(
                "misses nothing of a place while the report is of its predecessor",
                SCRIPTS,
                List.of("a", "b", "c").stream()
                                .map(id -> source(id, "government", 2024)
                                        + whole(id)
                                        + document(id + "1", id, 2024, null)
                                        + titled(id, id + "1", "松陂县2024年法治政府建设年度报告"))
                                .collect(Collectors.joining())
                        + TransformCases.region("990102", "松陂县", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + "UPDATE dim_document SET issuer_key = 'former', region_key = '990102-1990', region_code = '990102',"
                        + " is_elsewhere = true;"
                        + "UPDATE dim_source SET publisher = '松陂市人民政府' WHERE source_id = 'a';"
                        + "UPDATE dim_source SET publisher = '云溪市人民政府' WHERE source_id = 'b';"
                        + "UPDATE dim_source SET publisher = '松陂县人民政府' WHERE source_id = 'c';"
                        + "UPDATE dim_document SET is_elsewhere = false WHERE source_id = 'c';",
                TOLD,
                List.of("a|2024|unseen|issuer_elsewhere|-|-", "b|2024|missing|-|-|-", "c|2024|missing|-|-|-")));
        cases.add(new ScriptCase(
                "misses nothing while a row of the year was not taken that may be the report under another name",
                SCRIPTS,
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "m").stream()
                                .map(id -> source(id) + whole(id))
                                .collect(Collectors.joining())
                        + untaken("a", "2", "2024", "2019-01-01")
                        + untaken("a", "1", "2024", null)
                        + untaken("b", "1", "2023", "2025-01-01")
                        + untaken("c", "1", "NULL", "2024-12-01")
                        + untaken("d", "1", "NULL", "2024-11-30")
                        + untaken("e", "1", "NULL", "2025-12-31")
                        + untaken("f", "1", "NULL", "2026-01-01")
                        + untaken("g", "1", "NULL", null)
                        + untaken("h", "1", "2024", null)
                        + link("h", "h1", "NULL", "failed", null)
                        + untaken("i", "1", "2024", null)
                        + document("i1", "i", 2024, null)
                        + "UPDATE dim_document SET issuer_key = NULL, issuer_kind = 'bureau' WHERE document_id = 'i1';"
                        + untaken("j", "1", "2024", null)
                        + link("j", "j1", "2024", "gone", null)
                        + untaken("k", "1", "2024", null)
                        + document("k1", "k", 2024, null)
                        + "UPDATE dim_document SET issuer_key = 'k' WHERE document_id = 'k1';"
                        + untaken("x", "1", "2024", null)
                        + source("l")
                        + untaken("l", "1", "2024", null),
                "SELECT source_id, state, unseen_reason, unread_reason, untaken_title, untaken_url FROM fact_coverage"
                        + " WHERE report_year = 2024 ORDER BY ALL",
                List.of(
                        "a|unseen|row_not_taken|-|t1|u1",
                        "b|missing|-|-|-|-",
                        "c|unseen|row_not_taken|-|t1|u1",
                        "d|missing|-|-|-|-",
                        "e|unseen|row_not_taken|-|t1|u1",
                        "f|missing|-|-|-|-",
                        "g|unseen|row_not_taken|-|t1|u1",
                        "h|unseen|year_unknown|failed|t1|u1",
                        "i|unseen|body_unknown|-|t1|u1",
                        "j|gone|-|gone|-|-",
                        "k|published|-|-|-|-",
                        "l|unseen|no_listing|-|t1|u1",
                        "m|missing|-|-|-|-")));
        cases.add(new ScriptCase(
                "is not read where the page that announces it stands and its file is gone",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + source("e")
                        + source("f")
                        + link("a", "a1", "2024", "fetched", null)
                        + reading("a", "a1", "p0", "quarantined", "'no_text'", 1)
                        + reading("a", "a1", "p", "ignored", "'report_in_attachment'", 1)
                        + link("a", "a2", "2024", "gone", null)
                        + link("b", "b1", "2024", "fetched", null)
                        + reading("b", "b1", "p", "ignored", "'report_in_attachment'", 1)
                        + link("b", "b2", "2024", "blocked", null)
                        + link("b", "b3", "2024", "gone", null)
                        + link("c", "c1", "2024", "fetched", null)
                        + reading("c", "c1", "p", "ignored", "'model_essay'", 1)
                        + link("c", "c2", "2024", "soft_404", null)
                        + link("d", "d1", "2023", "fetched", null)
                        + reading("d", "d1", "p", "ignored", "'report_in_attachment'", 1)
                        + link("d", "d2", "2024", "gone", null)
                        + link("e", "e1", "2024", "fetched", null)
                        + reading("e", "e1", "p", "ignored", "'report_in_attachment'", 1)
                        + link("e", "e2", "2024", "failed", null)
                        + link("f", "f1", "2024", "fetched", null)
                        + reading("f", "f1", "p", "ignored", "'report_in_attachment'", 1)
                        + link("f", "f2", "2024", "soft_404", null)
                        + link("f", "f3", "2024", "gone", null),
                TOLD,
                List.of(
                        "a|2024|unread|-|gone|ua2",
                        "b|2024|blocked|-|blocked|ub2",
                        "c|2024|gone|-|soft_404|uc2",
                        "d|2024|gone|-|gone|ud2",
                        "e|2024|unread|-|failed|ue2",
                        "f|2024|unread|-|soft_404|uf2")));
        cases.add(new ScriptCase(
                "says of what was had before, and no longer is, what its address answers now",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + link("a", "1", "2024", "blocked", "'p'")
                        + link("b", "1", "2024", "denied", "'p'")
                        + link("c", "1", "2024", "gone", "'p'")
                        + link("d", "1", "2024", "soft_404", "'p'"),
                TOLD,
                List.of(
                        "a|2024|blocked|-|blocked|u1",
                        "b|2024|blocked|-|denied|u1",
                        "c|2024|gone|-|gone|u1",
                        "d|2024|gone|-|soft_404|u1")));
        cases.add(new ScriptCase(
                "rests on every listing: one that proves nothing, else the one walked longest ago, else the first by address",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + source("e")
                        + source("f")
                        + walk("a", "l1", true, true, "complete", "2025-06-02", 11)
                        + walk("a", "l2", true, true, "complete", "2025-06-01", 12)
                        + walk("a", "l3", true, true, "complete", "2025-06-03", 13)
                        + walk("b", "l1", true, true, "complete", "2025-06-02", 1)
                        + walk("b", "l2", true, false, "blocked", "2025-06-05", 0)
                        + walk("c", "l2", false, true, "complete", "2025-04-01", 1)
                        + walk("c", "l2", true, false, "gone", "2025-06-04", 0)
                        + walk("d", "l1", true, true, "complete", "2025-04-01", 1)
                        + walk("e", "l2", true, true, "complete", "2025-06-01", 2)
                        + walk("e", "l1", true, true, "complete", "2025-06-01", 1)
                        + walk("f", "l1", false, true, "complete", "2025-06-01", 7)
                        + walk("f", "l1", true, false, "failed", "2025-06-09", 0),
                "SELECT source_id, state, listing_url, listing_walked_at::DATE, listing_row_count, listing_oldest_date,"
                        + " listing_newest_date, unseen_reason, last_tried_at::DATE FROM fact_coverage WHERE report_year = 2024"
                        + " ORDER BY ALL",
                List.of(
                        "a|missing|l2|2025-06-01|12|2020-02-02|2025-05-05|-|-",
                        "b|unseen|l2|-|-|-|-|blocked|2025-06-05",
                        "c|unseen|l2|-|-|-|-|gone|2025-06-04",
                        "d|unseen|l1|-|-|-|-|before_due_date|2025-04-01",
                        "e|missing|l1|2025-06-01|1|2020-02-02|2025-05-05|-|-",
                        "f|missing|l1|2025-06-01|7|2020-02-02|2025-05-05|-|-")));
        cases.add(new ScriptCase(
                "shows nothing of a year by rows that are all later than its due date",
                SCRIPTS,
                source("a")
                        + source("b")
                        + source("c")
                        + source("d")
                        + whole("a")
                        + whole("b")
                        + whole("c")
                        + walk("d", "l", true, true, "complete", "2025-04-01", 1)
                        + "UPDATE fact_listing SET oldest_date = DATE '2025-04-01' WHERE source_id = 'a';"
                        + "UPDATE fact_listing SET oldest_date = DATE '2025-04-02' WHERE source_id IN ('b', 'd');"
                        + "UPDATE fact_listing SET oldest_date = NULL WHERE source_id = 'c';",
                "SELECT source_id, state, listing_oldest_date, unseen_reason FROM fact_coverage WHERE report_year = 2024"
                        + " ORDER BY ALL",
                List.of(
                        "a|missing|2025-04-01|-",
                        "b|unseen|-|begins_later",
                        "c|unseen|-|begins_later",
                        "d|unseen|-|before_due_date")));
        cases.add(new ScriptCase(
                "misses nothing of a bureau before the day for publishing is over",
                SCRIPTS,
                source("a", "bureau", 2024)
                        + source("b", "bureau", 2024)
                        + walk("a", "l", true, true, "complete", "2025-04-01", 1)
                        + walk("b", "l", true, true, "complete", "2025-04-02", 1),
                "SELECT source_id, due_date, state, unseen_reason FROM fact_coverage WHERE report_year = 2024 ORDER BY ALL",
                List.of("a|2025-03-01|unseen|before_due_date", "b|2025-03-01|missing|-")));
        cases.add(new ScriptCase(
                "owes nothing of a bureau until the day for publishing is over",
                SCRIPTS,
                "SET VARIABLE night = DATE '2025-04-01';" + source("a", "bureau", 2024)
                        + walk("a", "l", true, true, "complete", "2025-04-01", 1),
                "SELECT report_year, state FROM fact_coverage",
                List.of("2024|not_due")));
        cases.add(new ScriptCase(
                "is due from the day after the due date on, and gives no evidence before",
                SCRIPTS,
                "SET VARIABLE night = DATE '2025-04-01';" + source("a")
                        + walk("a", "l", true, true, "complete", "2025-04-01", 1),
                "SELECT report_year, state, listing_url, listing_walked_at, listing_row_count, listing_oldest_date,"
                        + " listing_newest_date, unseen_reason, last_tried_at FROM fact_coverage",
                List.of("2024|not_due|-|-|-|-|-|-|-")));
        cases.add(new ScriptCase(
                "is due on the day after the due date",
                SCRIPTS,
                "SET VARIABLE night = DATE '2025-04-02';" + source("a")
                        + walk("a", "l", true, true, "complete", "2025-04-02", 1),
                "SELECT report_year, state FROM fact_coverage",
                List.of("2024|missing")));
        return cases;
    }

    private static String source(String id) {
        return source(id, "government", 2024);
    }

    private static String source(String id, String kind, int since) {
        return String.format(
                "INSERT INTO dim_source (source_id, publisher, region_code, issuer_kind, report_kind, since_year, issuer_key)"
                        + " VALUES ('%1$s', '甲', '990101', '%2$s', 'r', %3$d, '%1$s');",
                id, kind, since);
    }

    private static String document(String id, String source, Integer year, String published) {
        return String.format(
                "INSERT INTO dim_document BY NAME SELECT '%1$s' AS document_id, 1 AS version, true AS is_current,"
                        + " '%2$s' AS source_id, '990101' AS region_code, '某县' AS issuer, 'other' AS issuer_key, 'government' AS issuer_kind,"
                        + " 'r' AS report_kind, %3$s AS report_year, %4$s AS published_date, 'u-%1$s' AS url,"
                        + " TIMESTAMP '2026-01-02' AS fetched_at, 'p' AS payload_digest;",
                id, source, year, published == null ? "NULL" : "DATE '" + published + "'");
    }

    private static String link(String source, String document, String year, String state, String payload) {
        return String.format(
                "INSERT INTO fact_link (source_id, document_id, url, title, report_year, state, first_seen_at, payload_digest)"
                        + " VALUES ('%1$s', '%2$s', 'u%2$s', '', %3$s, '%4$s', TIMESTAMP '2025-07-07', %5$s);",
                source, document, year, state, payload == null ? "NULL" : payload);
    }

    private static String basis(String document, String basis) {
        return "UPDATE dim_document SET published_date_basis = '" + basis + "' WHERE document_id = '" + document + "';";
    }

    private static String other(String document, String day) {
        return "UPDATE dim_document SET other_published_date = DATE '" + day + "' WHERE document_id = '" + document
                + "';";
    }

    private static String listed(String source, String document, String listedOn, String firstSeen) {
        return link(source, document, "2024", "fetched", null)
                + String.format(
                        "UPDATE fact_link SET listed_on = %s, first_seen_at = TIMESTAMP '%s' WHERE document_id = '%s';",
                        listedOn == null ? "NULL" : "DATE '" + listedOn + "'", firstSeen, document);
    }

    /** A link that was read, with its title. */
    private static String titled(String source, String document, String title) {
        return link(source, document, "2024", "fetched", null)
                + reading(source, document, "p", "loaded", "''", 1)
                + "UPDATE fact_link SET title = '" + title + "' WHERE document_id = '" + document + "';";
    }

    private static String untaken(String source, String page, String year, String listedOn) {
        return String.format(
                "INSERT INTO fact_untaken_link (source_id, url, title, report_year, listed_on, reason)"
                        + " VALUES ('%1$s', 'u%2$s', 't%2$s', %3$s, %4$s, 'title_pattern');",
                source, page, year, listedOn == null ? "NULL" : "DATE '" + listedOn + "'");
    }

    private static String reading(
            String source, String document, String payload, String outcome, String reason, int day) {
        return String.format(
                "INSERT INTO fact_reading (source_id, url, document_id, payload_digest, fetched_at, outcome, reason,"
                        + " figure_read_count, figure_loaded_count, figure_quarantined_count) VALUES ('%s', 'u', '%s', '%s',"
                        + " TIMESTAMP '2025-08-0%d', '%s', %s, 0, 0, 0);",
                source, document, payload, day, outcome, reason);
    }

    private static String whole(String source) {
        return walk(source, "l", true, true, "complete", "2025-06-01", 1);
    }

    private static String walk(
            String source, String listing, boolean isLast, boolean isWhole, String end, String day, int rows) {
        return String.format(
                "INSERT INTO fact_listing (source_id, listing_url, is_last, is_whole, ended_as, began_at, ended_at, began_on,"
                        + " page_count, row_count, dated_row_count, taken_count, oldest_date, newest_date) VALUES ('%1$s', '%2$s',"
                        + " %3$s, %4$s, '%5$s', TIMESTAMP '%6$s', TIMESTAMP '%6$s', DATE '%6$s', 1, %7$d, %7$d, 0,"
                        + " DATE '2020-02-02', DATE '2025-05-05');",
                source, listing, isLast, isWhole, end, day, rows);
    }

    private static String withdrawn(String document, int day) {
        return "UPDATE dim_document SET withdrawn_on = DATE '2026-01-0" + day + "' WHERE document_id = '" + document
                + "';";
    }
}
