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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The documents a page hands out: PDF, Word, WPS, spreadsheets, OFD. Sites name them in the address
 * ({@code P020260120.pdf}, {@code downfile.jsp?filename=a.doc}), only in the link's text (附件【报告.docx】 behind
 * {@code download.jsp?wbfileid=7}), by a class ({@code nfw-cms-attachment}), or show them in a frame, often through a
 * viewer ({@code viewer.html?file=/a.pdf}).
 */
public final class FileLinks {

    private static final int MOST = 200;

    private static final String EXTENSIONS = "pdf|docx?|wps|xlsx?|ofd";
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\.(" + EXTENSIONS + ")$");
    private static final Pattern NAMED_IN_TEXT =
            Pattern.compile("(?i)\\.(" + EXTENSIONS + ")[\\s】\\])）》”\"']{0,3}(?:[(（][^()（）]{0,20}[)）])?$");
    private static final Pattern QUERY_VALUE = Pattern.compile("[&?]([^=&]{1,40})=([^&]{1,500})");

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
        for (Element element : root.select("a[href], iframe[src], embed[src], object[data]")) {
            boolean isAnchor = element.normalName().equals("a");
            Optional<URI> url = isAnchor ? linked(element, base) : shown(element, base);
            if (url.isPresent() && seen.add(url.get()) && files.size() < MOST) {
                files.add(new Link(url.get(), isAnchor ? LinkTitle.of(element) : "", Optional.empty(), files.size()));
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

    private static Optional<URI> linked(Element anchor, URI base) {
        Optional<URI> url = Hrefs.resolve(base, anchor.attr("href"));
        boolean isNamed = anchor.hasClass("nfw-cms-attachment")
                || extensionInTitle(anchor.text()).isPresent()
                || extensionInTitle(anchor.attr("title")).isPresent();
        return url.filter(file -> isNamed || extension(file).isPresent());
    }

    private static Optional<URI> shown(Element frame, URI base) {
        String address = frame.hasAttr("src") ? frame.attr("src") : frame.attr("data");
        Optional<URI> url = Hrefs.resolve(base, address);
        if (url.isEmpty() || extension(url.get().getPath()).isPresent()) {
            return url;
        }
        Matcher value = QUERY_VALUE.matcher(
                "?" + Optional.ofNullable(url.get().getRawQuery()).orElse(""));
        while (value.find()) {
            String file = decoded(value.group(2));
            if (extension(file).isPresent()) {
                return Hrefs.resolve(url.get(), file);
            }
        }
        return Optional.empty();
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
