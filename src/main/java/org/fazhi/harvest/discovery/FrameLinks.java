package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a page shows in frames: pages of the same site, and files. A head, a footer, a search box, a counter and a frame too
 * small to read in are furniture and left out; so is what stands on another site.
 */
public final class FrameLinks {

    /** Frames taken from one page. */
    static final int MOST = 3;

    /** Pixels in which a report can be read. */
    private static final int LEAST_WIDTH = 200;

    private static final int LEAST_HEIGHT = 60;

    /** The names under which sites keep the parts that all pages share. */
    private static final Pattern FURNITURE = Pattern.compile("(?i)^(?:[a-z]{0,8}[_-])?"
            + "(?:head(?:er)?|top|foot(?:er)?|bottom|nav|menu|left|right|side(?:bar)?|search|so|login|weather|tianqi|map|share"
            + "|count(?:er)?|hits?|stat|ads?|banner|video|player|comment|pinglun|jiucuo|qrcode|ewm|blank|index|default)"
            + "(?:[_-][a-z\\d]{0,12}|\\d{0,3})$");

    /** Endings of what is no page. */
    private static final Pattern NO_PAGE =
            Pattern.compile("(?i)\\.(?:jpe?g|png|gif|bmp|svg|webp|mp[34]|flv|swf|avi|m3u8|js|css|zip|rar)$");

    private static final Pattern PIXELS =
            Pattern.compile("^\\s{0,4}(\\d{1,5})(?:\\.\\d{1,4})?\\s{0,2}(?:px)?\\s{0,4}$");
    private static final Pattern STYLE_PIXELS =
            Pattern.compile("(?i)(?:^|[;\\s])(width|height)\\s{0,4}:\\s{0,4}(\\d{1,5})(?:\\.\\d{1,4})?px");
    private static final Pattern INVISIBLE =
            Pattern.compile("(?i)display\\s{0,4}:\\s{0,4}none|visibility\\s{0,4}:\\s{0,4}hidden");

    /** Begins with a scheme, or with a host. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]{0,20}:|[\\\\/]{2}).*");

    private FrameLinks() {}

    /**
     * What is shown in a frame.
     *
     * @param address as it is to be told: absolute, or of a page that is a file as the page writes it
     * @param url where it stands; empty beside a page that is a file, unless it is a file of the same folder
     * @param isFile false for a page
     */
    public record Frame(String address, Optional<URI> url, boolean isFile) {}

    /**
     * The frames of a page, in its order, each address once.
     *
     * @param base where the page was had; a page that is a file may name files of its folder only
     * @return at most {@value #MOST}
     */
    public static List<Frame> in(Element root, URI base) {
        boolean isSaved = "file".equals(base.getScheme());
        Set<Frame> frames = new LinkedHashSet<>();
        for (Element element : root.select("iframe[src], frame[src], embed[src], object[data]")) {
            boolean isFrame = element.normalName().endsWith("frame");
            String address = FileLinks.shownAddress(element).strip();
            if (isSmall(element)) {
                continue;
            }
            Optional<Frame> frame = isSaved ? saved(address, base) : onSite(address, base);
            frame.filter(shown -> shown.isFile() || isFrame).ifPresent(frames::add);
        }
        if (!isSaved) {
            byScript(root, base).forEach(frames::add);
        }
        return new ArrayList<>(frames).subList(0, Math.min(MOST, frames.size()));
    }

    /**
     * The address of a page or file of the same site as a page names it; beside a page that is a file only one of its folder.
     *
     * @param base where the page was had
     */
    public static Optional<URI> resolve(String address, URI base) {
        return "file".equals(base.getScheme())
                ? Hrefs.beside(base, address)
                : Hrefs.resolve(base, address).filter(url -> isSameSite(url, base));
    }

    private static boolean isSameSite(URI url, URI base) {
        return RegistrableDomain.of(url).equals(RegistrableDomain.of(base));
    }

    /** Files that a script of the page shows. */
    private static List<Frame> byScript(Element root, URI base) {
        List<Frame> files = new ArrayList<>();
        for (Element script : root.getElementsByTag("script")) {
            for (URI url : FileLinks.shown(script, base)) {
                files.add(new Frame(url.toString(), Optional.of(url), true));
            }
        }
        return files;
    }

    private static Optional<Frame> onSite(String address, URI base) {
        Optional<URI> file = FileLinks.file(address, base);
        if (file.isPresent()) {
            return Optional.of(new Frame(file.get().toString(), file, true));
        }
        return Hrefs.resolve(base, address)
                .filter(page -> isSameSite(page, base))
                .filter(page -> !page.equals(base) && isPage(String.valueOf(page.getPath())))
                .map(page -> new Frame(page.toString(), Optional.of(page), false));
    }

    /** Of a page that is a file nobody knows the site: what it names by a whole address is not taken for its own. */
    private static Optional<Frame> saved(String address, URI base) {
        String path = address.split("[?#]", 2)[0];
        if (address.isEmpty()
                || address.length() > 500
                || ABSOLUTE.matcher(address).matches()) {
            return Optional.empty();
        }
        boolean isFile = FileLinks.namesFile(address);
        if (path.isEmpty() || !isFile && !isPage(path)) {
            return Optional.empty();
        }
        return Optional.of(new Frame(address, Hrefs.beside(base, address), isFile));
    }

    private static boolean isPage(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String name = file.indexOf('.') < 0 ? file : file.substring(0, file.indexOf('.'));
        return !NO_PAGE.matcher(file).find() && !FURNITURE.matcher(name).matches();
    }

    private static boolean isSmall(Element frame) {
        String style = frame.attr("style").toLowerCase(Locale.ROOT);
        return frame.hasAttr("hidden")
                || INVISIBLE.matcher(style).find()
                || below(LEAST_WIDTH, pixels(frame, style, "width"))
                || below(LEAST_HEIGHT, pixels(frame, style, "height"));
    }

    private static boolean below(int least, OptionalInt pixels) {
        return pixels.isPresent() && pixels.getAsInt() < least;
    }

    private static OptionalInt pixels(Element frame, String style, String side) {
        Matcher declared = STYLE_PIXELS.matcher(style.substring(0, Math.min(1_000, style.length())));
        while (declared.find()) {
            if (declared.group(1).equals(side)) {
                return OptionalInt.of(Integer.parseInt(declared.group(2)));
            }
        }
        String attribute = frame.attr(side);
        Matcher pixels = PIXELS.matcher(attribute.substring(0, Math.min(20, attribute.length())));
        return pixels.find() ? OptionalInt.of(Integer.parseInt(pixels.group(1))) : OptionalInt.empty();
    }
}
