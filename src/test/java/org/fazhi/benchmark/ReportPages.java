package org.fazhi.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.evaluation.LabelledReport;
import org.fazhi.harvest.source.ReportKind;
import org.fazhi.reading.PageInput;

/**
 * The fictional labelled reports inside the article frames of the sample's three families of sites, in turn: plain
 * paragraphs, paragraphs pasted from Word with every number in a span of its own, plain paragraphs of an older page.
 */
public final class ReportPages {

    /** Twelve in each frame. */
    static final int COUNT = 36;

    private static final Path REPORTS = Path.of("src/test/resources/org/fazhi/evaluation");

    private static final List<String> FRAMES = List.of("trs-article.html", "hanweb-article.html", "vsb-article.html");

    private static final List<String> COLUMNS =
            List.of(("机构职能 领导信息 政策文件 规范性文件 财政预决算 行政许可事项 权责清单 通知公告 重大建设项目 人事招考 公开指南 公开年报 依申请公开 政府采购 "
                            + "食品药品监管 环境保护 医疗卫生 教育资助 社会救助 就业创业 征地补偿 住房保障 安全生产 应急管理 双公示 审计结果 建议提案办理 "
                            + "统计数据 乡村振兴 优化营商环境 便民热线 民意征集 在线访谈 我要写信 走进本县 历史沿革 自然地理 旅游风光 图片新闻 部门动态")
                    .split(" "));

    private static final Pattern SLOT = Pattern.compile("\\$\\{([a-z]+)}");

    private static final Pattern BODY_TAG = Pattern.compile("(?i)<body>");

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.]*");

    private ReportPages() {}

    /** What stands on a page beside its article. */
    public enum Surroundings {
        /** The sample's frame and nothing else: a page of which the report is the most. */
        BARE(0, 0),
        /** Menus, link lists, scripts and styles of a county's site: some 300 links and 54 KB. */
        COUNTY(290, 7_000);

        private final int links;
        private final int scriptCharacters;

        Surroundings(int links, int scriptCharacters) {
            this.links = links;
            this.scriptCharacters = scriptCharacters;
        }
    }

    /** The first {@value #COUNT} labelled reports, of the development set and then of the test set, each in one frame. */
    static List<ReportPage> in(Surroundings surroundings) {
        List<ReportPage> pages = new ArrayList<>();
        for (String set : List.of("dev", "test")) {
            for (LabelledReport report : LabelledReport.readAll(REPORTS.resolve(set))) {
                String frame = FRAMES.get(pages.size() % FRAMES.size());
                pages.add(
                        page(report, text(REPORTS.resolve(set).resolve(report.name() + ".txt")), frame, surroundings));
            }
        }
        if (pages.size() < COUNT) {
            throw new IllegalStateException(
                    "expected " + COUNT + " labelled reports in " + REPORTS + ", got " + pages.size());
        }
        return List.copyOf(pages.subList(0, COUNT));
    }

    /** The texts of all labelled reports. */
    static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String set : List.of("dev", "test")) {
            for (LabelledReport report : LabelledReport.readAll(REPORTS.resolve(set))) {
                texts.add(text(REPORTS.resolve(set).resolve(report.name() + ".txt")));
            }
        }
        return texts;
    }

    private static ReportPage page(LabelledReport report, String text, String frame, Surroundings surroundings) {
        Map<String, String> values = new HashMap<>(Map.of(
                "county", report.metadata().getOrDefault("county", "某县"),
                "issuer", report.metadata().getOrDefault("issuer", "某县人民政府"),
                "title", report.metadata().getOrDefault("title", "法治政府建设年度报告"),
                "published", report.metadata().getOrDefault("published_date", "2024-01-24"),
                "column", "4321",
                "siteid", "9911010001",
                "clock", "2019年3月5日 星期四",
                "minute", "16",
                "metadata", "",
                "listing", "/zfxxgk/fzzf.htm"));
        values.put("place", values.getOrDefault("county", ""));
        values.put("body", body(text, frame.startsWith("hanweb")));
        values.put("related", linkList("related", 0, surroundings.links / 3));
        String html = BODY_TAG.matcher(fill(resource("/org/fazhi/sample/frames/" + frame), values))
                .replaceFirst(tag -> Matcher.quoteReplacement(script(surroundings.scriptCharacters)
                        + tag.group()
                        + linkList("mega-menu", 1, surroundings.links - surroundings.links / 3)));
        PageInput input = new PageInput(
                URI.create("https://www.example.gov.cn/xxgk/202401/t20240124_88.html"),
                html,
                true,
                Optional.of(values.getOrDefault("issuer", "")),
                Optional.empty(),
                Optional.empty(),
                ReportKind.RULE_OF_LAW,
                Optional.of(values.getOrDefault("title", "")),
                Optional.empty(),
                false);
        return new ReportPage(report.name(), html.getBytes(StandardCharsets.UTF_8), input);
    }

    private static String body(String text, boolean isPasted) {
        StringBuilder html = new StringBuilder();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            if (isPasted) {
                html.append("<p class=\"MsoNormal\" style=\"text-indent:32.0pt\"><span style=\"font-family:仿宋\">")
                        .append(NUMBER.matcher(escaped)
                                .replaceAll("</span><span lang=\"EN-US\">$0</span><span style=\"font-family:仿宋\">"))
                        .append("</span><o:p></o:p></p>\n");
            } else {
                html.append("<p style=\"text-indent:2em\">　　").append(escaped).append("</p>\n");
            }
        });
        return html.toString();
    }

    /** Columns of a site, ten to a list, as a menu or a list of neighbouring articles has them. */
    private static String linkList(String name, int seed, int links) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < links; i++) {
            if (i % 10 == 0) {
                html.append(i == 0 ? "<div class=\"" + name + "\">" : "</ul></div>")
                        .append("<div class=\"col\"><h4>第")
                        .append(i / 10 + 1)
                        .append("栏</h4><ul>\n");
            }
            html.append("<li class=\"item\"><a href=\"/xxgk/column")
                    .append(seed * 1000 + i)
                    .append("/index.html\" target=\"_blank\" title=\"")
                    .append(column(i))
                    .append("\">")
                    .append(column(i))
                    .append("</a></li>\n");
        }
        return links == 0 ? "" : html.append("</ul></div></div>\n").toString();
    }

    /** A column's name, as varied as a site's are. */
    private static String column(int number) {
        return COLUMNS.get(number % COLUMNS.size())
                + (number < COLUMNS.size() ? "" : "（" + number / COLUMNS.size() + "）");
    }

    private static String script(int characters) {
        StringBuilder script = new StringBuilder();
        while (script.length() < characters) {
            script.append("  $('#menu-")
                    .append(script.length())
                    .append("').on('click', function (e) { toggle(e); });\n");
        }
        return characters == 0 ? "" : "<script>\n" + script + "</script>\n";
    }

    private static String fill(String template, Map<String, String> values) {
        return SLOT.matcher(template).replaceAll(slot -> {
            String value = values.get(slot.group(1));
            if (value == null) {
                throw new IllegalArgumentException("expected a value for " + slot.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String resource(String name) {
        try (var stream = ReportPages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("expected " + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
