package org.fazhi.harvest.discovery;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The documents a page hands out: PDF, Word, WPS, spreadsheets, OFD. Sites name them in the address
 * ({@code P020260120.pdf}, {@code downfile.jsp?filename=a.doc}), only in the link's text (附件【报告.docx】 behind
 * {@code download.jsp?wbfileid=7}), by a class ({@code nfw-cms-attachment}), in what a click runs
 * ({@code window.open('/a.pdf')}), or show them in a frame, by a script ({@code PDFObject.embed("/a.pdf")}), often through a
 * viewer ({@code viewer.html?file=/a.pdf}, {@code ViewerJS/#../a.pdf}).
 */
public final class FileLinks {

    private static final int MOST = 200;

    private static final String EXTENSIONS = "pdf|docx?|wps|xlsx?|ofd";
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\.(" + EXTENSIONS + ")$");
    private static final Pattern NAMED_IN_TEXT =
            Pattern.compile("(?i)\\.(" + EXTENSIONS + ")[\\s】\\])）》”\"']{0,3}(?:[(（][^()（）]{0,20}[)）])?$");
    private static final Pattern QUERY_VALUE = Pattern.compile("[&?]([^=&]{1,40})=([^&]{1,500})");

    /** A page that shows the file it is given, where a script that hands it out has another ending. */
    private static final Pattern VIEWER = Pattern.compile("(?i)(?:\\.html?|/)$");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]{1,500})\"|'([^'\\n]{1,500})'");

    /** What viewers are called by in a page's script: PDFObject, PDF.js, Pdfh5, a frame whose address is set. */
    private static final Pattern SHOWN_BY_SCRIPT =
            Pattern.compile("(?i)(?:PDFObject\\.embed|getDocument|pdf_?(?:url|path|file)|\\.src)[\"']?\\s{0,4}[(:=]"
                    + "\\s{0,4}(?:\\{\\s{0,4}url\\s{0,4}:\\s{0,4})?(?:\"([^\"\\n]{1,500})\"|'([^'\\n]{1,500})')");

    private static final URI NOWHERE = URI.create("http://nowhere.invalid/");

    private static final int LONGEST_SCRIPT = 200_000;

    private static final Set<String> SHOWING = Set.of("iframe", "frame", "embed", "object", "script");

    private FileLinks() {}

    /**
     * The files linked and shown, in the order of the page, each address once.
     *
     * @param root the page, or a part of it
     * @return at most {@value #MOST}; a file shown in a frame has no title
     */
    public static List<Link> in(Element root, URI base) {
        List<Link> files = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        for (Element element :
                root.select("a[href], [onclick], iframe[src], frame[src], embed[src], object[data], script")) {
            String name = element.normalName();
            boolean isShown = SHOWING.contains(name);
            for (URI url : isShown ? shown(element, base) : linked(element, base)) {
                if (seen.add(url) && files.size() < MOST) {
                    files.add(new Link(url, isShown ? "" : LinkTitle.of(element), Optional.empty(), files.size()));
                }
            }
        }
        return files;
    }

    /** The extension an address names, in lower case. */
    public static Optional<String> extension(URI url) {
        Optional<String> inPath = extension(Optional.ofNullable(url.getPath()).orElse(""));
        if (inPath.isPresent()) {
            return inPath;
        }
        Matcher value =
                QUERY_VALUE.matcher("?" + Optional.ofNullable(url.getRawQuery()).orElse(""));
        while (value.find()) {
            Optional<String> inQuery = extension(decoded(value.group(2)));
            if (inQuery.isPresent()) {
                return inQuery;
            }
        }
        return Optional.empty();
    }

    /** The extension a title ends with, such as that of 附件：报告.docx. */
    public static Optional<String> extensionInTitle(String title) {
        Matcher name = NAMED_IN_TEXT.matcher(title);
        return name.find() ? Optional.of(name.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static List<URI> linked(Element element, URI base) {
        String href = element.attr("href");
        Optional<URI> url = Hrefs.resolve(base, href);
        boolean isNamed = element.hasClass("nfw-cms-attachment")
                || extensionInTitle(element.text()).isPresent()
                || extensionInTitle(element.attr("title")).isPresent();
        Optional<URI> file = url.filter(
                        page -> VIEWER.matcher(String.valueOf(page.getPath())).find())
                .flatMap(viewer -> viewed(href, viewer))
                .or(() -> url.filter(page -> isNamed || extension(page).isPresent()));
        if (file.isPresent()) {
            return List.of(file.get());
        }
        return QUOTED.matcher(ElementLabel.call(element))
                .results()
                .limit(MOST)
                .flatMap(quoted -> file(either(quoted), base).stream())
                .toList();
    }

    /** The files that a frame, an object or a script shows. */
    static List<URI> shown(Element element, URI base) {
        if (!element.normalName().equals("script")) {
            return file(shownAddress(element), base).stream().toList();
        }
        String script = element.data();
        return SHOWN_BY_SCRIPT
                .matcher(script.substring(0, Math.min(LONGEST_SCRIPT, script.length())))
                .results()
                .limit(MOST)
                .flatMap(call -> file(either(call), base).stream())
                .toList();
    }

    /** What a frame or an object shows, as it is written. */
    static String shownAddress(Element frame) {
        return frame.hasAttr("src") ? frame.attr("src") : frame.attr("data");
    }

    private static String either(MatchResult quoted) {
        return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
    }

    /** The file an address leads to, itself or through a viewer; empty where it leads to none. */
    static Optional<URI> file(String address, URI base) {
        Optional<URI> url = Hrefs.resolve(base, address);
        return url.isEmpty() || extension(String.valueOf(url.get().getPath())).isPresent()
                ? url
                : viewed(address, url.get());
    }

    /** What the viewer at an address is told to show: by its query, or behind the {@code #}. */
    private static Optional<URI> viewed(String address, URI viewer) {
        int fragment = address.indexOf('#');
        if (fragment >= 0
                && extension(withoutQuery(address.substring(fragment + 1))).isPresent()) {
            return Hrefs.resolve(viewer, address.substring(fragment + 1));
        }
        Matcher value = QUERY_VALUE.matcher(
                "?" + Optional.ofNullable(viewer.getRawQuery()).orElse(""));
        while (value.find()) {
            String file = decoded(value.group(2));
            if (extension(withoutQuery(file)).isPresent()) {
                return Hrefs.resolve(viewer, file);
            }
        }
        return Optional.empty();
    }

    /** Whether an address is a file's, or one that a viewer is told to show, wherever it stands. */
    static boolean namesFile(String address) {
        return file(address, NOWHERE).isPresent();
    }

    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static Optional<String> extension(String name) {
        Matcher file = FILE_NAME.matcher(name);
        return file.find() ? Optional.of(file.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
