package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Collectors;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels in one row of a table, their values in the next; rows are parted by {@code /}, cells by {@code ;}. */
class MetadataColumnsTest {

    private static final String TITLE = "云栖县人民政府2024年法治政府建设年度报告";
    private static final String PROSE = "<p>2024年，云栖县坚持依法行政，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。</p>".repeat(4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "索引号;发布日期;发布机构/YQ01-2025-7;2025-01-20;云栖县司法局 | index_number=YQ01-2025-7 publisher=云栖县司法局 published_date=2025-01-20",
                "发布机构;成文日期/云栖县司法局;2025-01-20 | -",
                // An empty cell keeps its place, at the end too.
                "索引号;文号;发布机构;备注/YQ01-2025-7;;云栖县司法局; | index_number=YQ01-2025-7 publisher=云栖县司法局",
                "索引号;发布机构;备注/YQ01-2025-7;云栖县司法局 | index_number=YQ01-2025-7 publisher=云栖县司法局",
                "索引号;发布机构/YQ01-2025-7 | index_number=YQ01-2025-7",
                // Two labels in one cell have no column each.
                "索引号：文号：;发布机构/YQ01-2025-7;云栖县司法局 | -",
                // More cells than labels, labels again, or none at all are no values.
                "索引号;发布机构/YQ01-2025-7;云栖县司法局;2025-01-20 | -",
                "索引号;发布机构/主题分类;公开方式 | -",
                "索引号;发布机构/合计 | -",
                // A label with its value beside it is a block of the usual layout.
                "索引号;YQ01-2025-7/发布机构;云栖县司法局 | index_number=YQ01-2025-7 publisher=云栖县司法局",
                // A row with a word that is no label is a table of the report.
                "索引号;件数;发布日期/YQ01-2025-7;12;2025-01-20 | -",
            })
    void readsValuesBelowTheirLabels(String table, String expected) {
        StringBuilder rows = new StringBuilder();
        for (String row : table.split("/")) {
            rows.append("<tr><td>").append(row.replace(";", "</td><td>")).append("</td></tr>");
        }
        String page = "<html><head><title>x</title></head><body><h1>" + TITLE + "</h1><table>" + rows + "</table><div>"
                + PROSE + "</div></body></html>";
        StrippedPage stripped = new HtmlStripper().strip(page, URI.create("http://yunqi.example/1.html"));
        String got = stripped.metadata().entries().stream()
                .filter(entry -> entry.origin() == Origin.METADATA_BLOCK && entry.field() != Field.TITLE)
                .sorted(java.util.Comparator.comparing(PageMetadata.Entry::field))
                .map(entry -> entry.field().name().toLowerCase(java.util.Locale.ROOT) + "=" + entry.value())
                .collect(Collectors.joining(" "));
        assertThat(got).isEqualTo(expected == null ? "" : expected);
        assertThat(stripped.text().contains("索引号") && expected != null).isFalse();
    }
}
