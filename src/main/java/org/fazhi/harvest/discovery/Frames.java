package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The frames of a page that may hold its list: not what pages have beside their content, such as heads and feet, searches,
 * the weather, counters, buttons to share, frames that are small or not shown.
 *
 * @param own of the page's own host, the first of them; they can be walked
 * @param hasOther true where a frame stands in the place of the list that is not walked: of another host, or one too many
 */
record Frames(List<URI> own, boolean hasOther) {

    private static final int MOST = 4;

    /** More are not looked at; a page has a handful. */
    private static final int MOST_LOOKED_AT = 100;

    /** A frame is called by what it stands in, three elements up at most. */
    private static final int FAR = 3;

    /** Pixels. A list is wider and higher than these; HTML gives a frame without a size 300 by 150. */
    private static final int NARROW = 260;

    private static final int LOW = 160;

    /** Pixels. The place of a list on a page of 1000 or 1200. */
    private static final int WIDE = 500;

    private static final int HIGH = 300;

    private static final int LONGEST_NAME = 1_000;

    /** Per cent of what is around. */
    private static final int WIDE_SHARE = 60;

    private static final String ALL = "iframe, frame, object[data], embed[src]";
    private static final Set<String> DATA_TYPES =
            Set.of("swf", "pdf", "mp4", "mp3", "flv", "wmv", "avi", "gif", "png", "jpg", "jpeg", "svg", "webp", "ofd");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{2,4})$");
    private static final Pattern HIDDEN =
            Pattern.compile("(?i)display\\s{0,4}:\\s{0,4}none|visibility\\s{0,4}:\\s{0,4}hidden");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s{0,4}(px|%)?");
    private static final Pattern WIDTH = Pattern.compile("(?i)(?<![\\w-])width\\s{0,4}:\\s{0,4}(\\d{1,5}(?:px|%)?)");
    private static final Pattern HEIGHT = Pattern.compile("(?i)(?<![\\w-])height\\s{0,4}:\\s{0,4}(\\d{1,5}(?:px|%)?)");

    Frames {
        own = List.copyOf(own);
    }

    static Frames of(ListingPage page) {
        List<URI> own = new ArrayList<>();
        boolean hasOther = false;
        for (Element frame :
                page.document().select(ALL).stream().limit(MOST_LOOKED_AT).toList()) {
            String named = frame.attr(frame.normalName().equals("object") ? "data" : "src");
            Optional<URI> address = Hrefs.resolve(page.base(), named);
            if (isData(frame, address)
                    || isBeside(frame)
                    || address.filter(page.url()::equals).isPresent()) {
                continue;
            }
            boolean isOwn = address.filter(url -> PlainDialect.sameHost(url, page.url()))
                    .isPresent();
            if (isOwn && (own.size() < MOST || own.contains(address.get()))) {
                own.add(address.get());
            } else {
                // A frame without an address is filled by a script.
                hasOther = hasOther || isOwn || isMain(frame);
            }
        }
        return new Frames(own.stream().distinct().toList(), hasOther);
    }

    private static boolean isData(Element frame, Optional<URI> address) {
        String path = address.flatMap(url -> Optional.ofNullable(url.getPath())).orElse("");
        Matcher extension = EXTENSION.matcher(path);
        boolean isTyped = frame.hasAttr("type") && !frame.attr("type").contains("html");
        return isTyped
                || extension.find() && DATA_TYPES.contains(extension.group(1).toLowerCase(Locale.ROOT));
    }

    private static boolean isBeside(Element frame) {
        boolean isHidden =
                frame.hasAttr("hidden") || HIDDEN.matcher(frame.attr("style")).find();
        boolean isSmall =
                pixels(frame, "width", WIDTH).filter(width -> width <= NARROW).isPresent()
                        || pixels(frame, "height", HEIGHT)
                                .filter(height -> height <= LOW)
                                .isPresent();
        return isHidden || isSmall || isCalled(frame, PagerSign.FRAME_BESIDE);
    }

    /** Wide and high, or called what the main part of a page is called. */
    private static boolean isMain(Element frame) {
        boolean isWide =
                pixels(frame, "width", WIDTH).filter(width -> width >= WIDE).isPresent()
                        || share(frame, "width", WIDTH)
                                .filter(width -> width >= WIDE_SHARE)
                                .isPresent();
        boolean isHigh =
                pixels(frame, "height", HEIGHT).filter(height -> height >= HIGH).isPresent()
                        || share(frame, "height", HEIGHT)
                                .filter(height -> height >= WIDE_SHARE)
                                .isPresent();
        return isWide && isHigh || isCalled(frame, PagerSign.FRAME_MAIN);
    }

    private static boolean isCalled(Element frame, PagerSign sign) {
        PagerWords words = PagerWords.bundled();
        String named = frame.attr("name") + " " + frame.attr("title");
        // Every other address has a list in it.
        String told =
                sign == PagerSign.FRAME_BESIDE ? frame.attr("src") + " " + frame.attr("data") + " " + named : named;
        boolean isCalled = words.tells(sign, told.length() > LONGEST_NAME ? told.substring(0, LONGEST_NAME) : told);
        Element around = frame;
        for (int up = 0; up <= FAR && around != null && !around.normalName().equals("body") && !isCalled; up++) {
            isCalled = isCalledItself(words, sign, around, up == 0);
            around = around.parent();
        }
        return isCalled;
    }

    /** What holds rows is no head or foot, whatever it is called. */
    private static boolean isCalledItself(PagerWords words, PagerSign sign, Element around, boolean isFrame) {
        boolean isNamed = words.tells(sign, around.normalName())
                || words.tells(sign, around.id())
                || words.tells(sign, around.className());
        return isNamed && (isFrame || RowDate.last(around.text()).isEmpty());
    }

    private static Optional<Integer> pixels(Element frame, String name, Pattern style) {
        return size(frame, name, style, false);
    }

    private static Optional<Integer> share(Element frame, String name, Pattern style) {
        return size(frame, name, style, true);
    }

    private static Optional<Integer> size(Element frame, String name, Pattern style, boolean isShare) {
        Matcher styled = style.matcher(frame.attr("style"));
        Matcher size =
                SIZE.matcher(styled.find() ? styled.group(1) : frame.attr(name).strip());
        boolean isSize = size.matches() && "%".equals(size.group(2)) == isShare;
        return isSize ? Optional.of(Integer.parseInt(size.group(1))) : Optional.empty();
    }
}
