package org.fazhi.reading.strip;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The elements in which the CMS families of government sites put an article's text: UCAP/开普, TRS, Hanweb/大汉, VSB/博达,
 * NFCMS, OpennessContent. Names are compared without regard to case.
 */
final class KnownContainers {

    private static final Set<String> IDS = Set.of(
            "ucap-content",
            "ucapcontent",
            "zoom",
            "zoomcon",
            "fontzoom",
            "ivs_content",
            "vsb_content",
            "articlecontent");

    private static final Set<String> CLASSES = Set.of(
            "trs_editor_view",
            "trs_ueditor",
            "trs_editor",
            "view_trs_ueditor",
            "article_content",
            "article_content_01",
            "article-content",
            "article-content-body",
            "main-txt",
            "pages_content",
            "xxgk-content",
            "v_news_content",
            "news_cont_d_wrap",
            "tyxxy_main",
            "j-fontcontent",
            "easysite-news-text",
            ScriptedDetail.CONTAINER,
            KeptBody.CONTAINER,
            HtmlStripper.FRAMED);

    private static final int SHORTEST_ID = 4;
    private static final int LONGEST_ID = 19;
    private static final int SHORTEST_CLASS = 8;

    private static final String VSB_NUMBERED = "vsb_content_";

    private KnownContainers() {}

    private static boolean isKnownId(String id) {
        if (id.length() < SHORTEST_ID || id.length() > LONGEST_ID) {
            return false;
        }
        String lower = id.toLowerCase(Locale.ROOT);
        return IDS.contains(lower) || lower.startsWith(VSB_NUMBERED);
    }

    /** The selector that names this element, or an empty text where it is no known container. */
    static String selectorOf(Element element) {
        if (element.normalName().equals("ucapcontent")) {
            return "ucapcontent";
        }
        if (element.attributesSize() == 0) {
            return "";
        }
        String id = element.attributes().get("id");
        if (isKnownId(id)) {
            return "#" + id;
        }
        String classes = element.attributes().get("class");
        int start = 0;
        while (start < classes.length()) {
            int space = classes.indexOf(' ', start);
            int end = space < 0 ? classes.length() : space;
            if (end - start >= SHORTEST_CLASS
                    && CLASSES.contains(classes.substring(start, end).toLowerCase(Locale.ROOT))) {
                return "." + classes.substring(start, end);
            }
            start = end + 1;
        }
        return "";
    }
}
