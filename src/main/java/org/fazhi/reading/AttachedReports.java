package org.fazhi.reading;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fazhi.harvest.crawl.PageInspection.AttachedFile;
import org.fazhi.harvest.discovery.FileLinks;
import org.fazhi.harvest.discovery.FrameLinks;
import org.fazhi.harvest.discovery.Link;
import org.fazhi.harvest.discovery.LinkFilter;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.strip.HtmlStripper;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.StrippedPage;
import org.fazhi.reading.strip.UnreadablePageException;
import org.jsoup.nodes.Document;

/**
 * The files by which a page hands out the report that its own text is not. A page that has the whole text has none: a
 * copy beside it would count the report twice. Depends on nothing but the page, its source and the title it was listed
 * under, so that crawl and extract judge alike.
 */
public final class AttachedReports {

    /** Files taken from one page. */
    static final int MOST = 5;

    /** A text of fewer characters, white space aside, may be a covering note. Reports begin at several hundred. */
    private static final int LONGEST_NOTE = 800;

    /** A note has no chapters. */
    private static final int FEWEST_CHAPTERS = 2;

    private static final Pattern CHAPTER = Pattern.compile("(?m)^[\\s\\u3000]{0,8}[一二三四五六七八九十]{1,3}、");

    /** Page source that may link a file at all; spares the others a second look. */
    private static final Pattern MAY_LINK =
            Pattern.compile("(?i)\\.(?:pdf|docx?|wps|xlsx?|ofd)\\b|nfw-cms-attachment|<i?frame\\b");

    /** What stands around a file's name: 附件1：…, 【…】, the extension. */
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "^(?:(?:相关)?附件\\s{0,2}[\\d一二三四五]{0,2}|点击下载|下载" + "|[\\d一二三四五]{1,2}(?=[.、]))?[：:.、\\s【\\[(（“]{0,4}");

    private static final Pattern AFTER_NAME =
            Pattern.compile("(?i)[\\s】\\])）》”]{0,4}(?:\\.(?:pdf|docx?|wps|xlsx?|ofd))?[\\s】\\])）]{0,4}$");

    /** Words that name no document of their own; what is left of 附件下载（PDF版） without them is nothing. */
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "附件|点击|此处|这里|查看|下载|阅读|浏览|打开|预览|全文|正文|原文|原件|文件|文档|文本|格式|扫描|电子|正式|公开|版|件|稿|年度|报告|年|在线|图片|的|[^\\u3400-\\u9fff]");

    /** Of several copies the one that loses least on the way to text. */
    private static final List<String> PREFERENCE = List.of("docx", "doc", "wps", "ofd", "pdf", "xlsx", "xls");

    private static final HtmlStripper STRIPPER = new HtmlStripper();

    private AttachedReports() {}

    /**
     * The files of a page.
     *
     * @param url where the page was had, after redirects
     * @param linkTitle the title it was listed under
     * @param via where its link was found; what was found on another page may not lead on to frames
     * @return at most {@value #MOST}, of copies of one report the best
     */
    public static List<AttachedFile> in(
            Source source, URI url, String html, Optional<String> linkTitle, Optional<URI> via) {
        // A file's address that answers with a page is an error page, and leads nowhere.
        if (FileLinks.extension(url).isPresent() || !MAY_LINK.matcher(html).find()) {
            return List.of();
        }
        PageMetadata metadata;
        boolean isShort = true;
        try {
            StrippedPage page = STRIPPER.strip(html, url);
            if (!isNote(page.text())) {
                return List.of();
            }
            metadata = page.metadata();
            isShort = IssuerName.compactLength(page.text()) < ReportReader.LEAST_CHARACTERS;
        } catch (UnreadablePageException e) {
            if (!FramedBody.WITHOUT_TEXT.contains(e.reason())) {
                return List.of();
            }
            metadata = e.metadata();
        }
        Document document = STRIPPER.document(html);
        List<AttachedFile> files = chosen(source, FileLinks.in(document, url), metadata, linkTitle);
        boolean mayLead = via.isEmpty() || via.get().equals(url) || isListing(source, via.get());
        return files.isEmpty() && isShort && mayLead ? framed(source, document, url, metadata, linkTitle) : files;
    }

    private static boolean isListing(Source source, URI via) {
        return source.listings().stream().anyMatch(listing -> listing.url().equals(via))
                || source.documents().contains(via);
    }

    /** The pages in the frames of one that has no text; they have its title and date. */
    private static List<AttachedFile> framed(
            Source source, Document document, URI url, PageMetadata metadata, Optional<String> linkTitle) {
        Optional<String> title = linkTitle.or(() -> metadata.first(PageMetadata.Field.TITLE));
        return FrameLinks.in(document, url).stream()
                .filter(frame -> !frame.isFile())
                .flatMap(frame -> frame.url().stream())
                .map(page -> new Link(page, title.orElse(""), Optional.empty(), 0))
                .filter(page -> isTaken(source, page, page.title()))
                .map(page -> new AttachedFile(page.url(), page.title(), published(metadata)))
                .toList();
    }

    private static Optional<LocalDate> published(PageMetadata metadata) {
        return metadata.first(PageMetadata.Field.PUBLISHED_DATE).map(LocalDate::parse);
    }

    private static boolean isNote(String text) {
        return IssuerName.compact(text).length() < LONGEST_NOTE
                && CHAPTER.matcher(text).results().limit(FEWEST_CHAPTERS).count() < FEWEST_CHAPTERS;
    }

    private static List<AttachedFile> chosen(
            Source source, List<Link> files, PageMetadata metadata, Optional<String> linkTitle) {
        Optional<LocalDate> published = published(metadata);
        Map<String, Link> byTitle = new LinkedHashMap<>();
        for (Link file : files) {
            String title = name(file.title());
            if (isTaken(source, file, title)) {
                byTitle.merge(title, file, AttachedReports::better);
            }
        }
        if (byTitle.isEmpty()) {
            Optional<String> pageTitle = linkTitle.or(() -> metadata.first(PageMetadata.Field.TITLE));
            for (Link file : files) {
                if (pageTitle.isPresent()
                        && SAYS_NOTHING.matcher(file.title()).replaceAll("").isEmpty()
                        && isTaken(source, file, pageTitle.get())) {
                    byTitle.merge(pageTitle.get(), file, AttachedReports::better);
                }
            }
        }
        List<AttachedFile> reports = new ArrayList<>();
        byTitle.forEach((title, file) -> reports.add(new AttachedFile(file.url(), title, published)));
        return reports.subList(0, Math.min(MOST, reports.size()));
    }

    private static boolean isTaken(Source source, Link file, String title) {
        return LinkFilter.judge(source, new Link(file.url(), title, Optional.empty(), file.row()))
                instanceof Verdict.Taken;
    }

    private static String name(String title) {
        String begun = BEFORE_NAME.matcher(title).replaceFirst("");
        return AFTER_NAME.matcher(begun).replaceFirst("");
    }

    private static Link better(Link first, Link second) {
        return rank(second) < rank(first) ? second : first;
    }

    private static int rank(Link file) {
        int rank = FileLinks.extensionInTitle(file.title())
                .or(() -> FileLinks.extension(file.url()))
                .map(PREFERENCE::indexOf)
                .orElse(-1);
        return rank < 0 ? PREFERENCE.size() : rank;
    }
}
