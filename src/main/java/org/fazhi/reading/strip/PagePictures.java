package org.fazhi.reading.strip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pictures of a page that shows no text: the scanned pages of a report. Logos, codes, buttons and the pictures of links
 * are furniture.
 *
 * @param count of them
 * @param least pixels of the narrowest whose width the page declares, empty where it declares none
 * @param most of the widest
 */
record PagePictures(int count, OptionalInt least, OptionalInt most) {

    /** Outside a container of the article a single picture is an ornament; of several the page consists. */
    private static final int FEWEST_LOOSE = 2;

    /** Pixels in which the characters of a page can be told. */
    private static final int LEAST_WIDTH = 300;

    /** Pictures looked at; a scanned report has some tens. */
    private static final int MOST = 1_000;

    /** The names under which sites keep ornaments, and the formats they have and scans have not. */
    private static final Pattern FURNITURE = Pattern.compile("(?i)logo[^/]{0,20}$|(?:^|[/_.-])"
            + "(?:icons?|ico|banner|qr_?code|ewm|erweima|weixin|weibo|wx|share|print|close|btn|button|arrow|bg|blank|loading"
            + "|spacer|dzjg|jiucuo|top|foot(?:er)?|head(?:er)?|nav|menu|search)[\\d_-]{0,6}\\.[a-z]{3,4}(?:\\?|$)"
            + "|^data:image/(?:gif|svg)|\\.(?:gif|svg)(?:\\?|$)");

    private static final Pattern WIDTH = Pattern.compile(
            "(?i)^\\s{0,4}(\\d{1,5})(?:px)?\\s{0,4}$|(?:^|[;\\s])width\\s{0,4}:\\s{0,4}(\\d{1,5})(?:\\.\\d{1,4})?px");

    static PagePictures in(Document document) {
        List<Element> pictures = document.select("img").stream()
                .limit(MOST)
                .filter(picture -> !isFurniture(picture))
                .toList();
        List<Element> inArticle =
                pictures.stream().filter(PagePictures::isInArticle).toList();
        List<Element> counted = inArticle.isEmpty() && pictures.size() >= FEWEST_LOOSE ? pictures : inArticle;
        List<Integer> widths =
                counted.stream().flatMap(picture -> width(picture).stream()).toList();
        return new PagePictures(
                counted.size(),
                widths.stream().mapToInt(width -> width).min(),
                widths.stream().mapToInt(width -> width).max());
    }

    boolean isEmpty() {
        return count == 0;
    }

    private static boolean isFurniture(Element picture) {
        String address = picture.hasAttr("src") ? picture.attr("src") : picture.attr("data-src");
        return address.isBlank()
                || FURNITURE
                        .matcher(address.substring(0, Math.min(2_000, address.length())))
                        .find()
                || width(picture).filter(width -> width < LEAST_WIDTH).isPresent()
                || isInFurniture(picture);
    }

    /** Within a link that leads to a page, or what the page hides. A picture may be linked to itself, larger. */
    private static boolean isInFurniture(Element picture) {
        for (Element element = picture; element != null; element = element.parent()) {
            boolean isLink = element.normalName().equals("a")
                    && !element.attr("href").matches("(?i).{0,2000}\\.(?:jpe?g|png|bmp|webp)|(?:javascript:.*|#)?");
            if (isLink || element != picture && PageRenderer.isUnseen(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInArticle(Element picture) {
        for (Element element = picture; element != null; element = element.parent()) {
            if (!KnownContainers.selectorOf(element).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> width(Element picture) {
        for (String declared : List.of(picture.attr("width"), picture.attr("style"))) {
            Matcher width = WIDTH.matcher(declared.substring(0, Math.min(500, declared.length())));
            if (width.find()) {
                return Optional.of(Integer.parseInt(width.group(1) != null ? width.group(1) : width.group(2)));
            }
        }
        return Optional.empty();
    }

    /** Such as: 6 pictures, 600 to 900 pixels wide. */
    @Override
    public String toString() {
        String widths = least.isEmpty()
                ? "of no declared width"
                : (least.getAsInt() == most.orElse(0) ? "" : least.getAsInt() + " to ") + most.orElse(0)
                        + " pixels wide";
        return count + (count == 1 ? " picture, " : " pictures, ") + widths;
    }
}
