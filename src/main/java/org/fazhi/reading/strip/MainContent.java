package org.fazhi.reading.strip;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the element with the main content. A known container of the CMS families first; else the element with the largest
 * density sum after F. Sun, D. Song, L. Liao, "DOM Based Content Extraction via Text Density", SIGIR 2011, §3; else the
 * whole body.
 *
 * @param container how it was found: a selector, {@code density} or {@code body}
 * @param start index of its first line
 * @param end index one past its last line
 */
record MainContent(String container, int start, int end) {

    /** Of nested containers the inner one is taken where it holds this share of the outer one's text. */
    private static final double INNER_SHARE = 0.9;

    /** A known container with less of the page's prose than this is a summary or an empty frame. */
    private static final double LEAST_KNOWN_SHARE = 0.5;

    /** The density's choice is widened until it holds this share of the prose: losing text is worse than some chrome. */
    private static final double LEAST_DENSE_SHARE = 0.9;

    private static final int MOST_LEADING = 6;

    private static final int SHORTEST_LEADING = 8;

    private static final Pattern SENTENCE = Pattern.compile("\\p{IsHan}{4}[^。]{0,400}。$");

    private static final Pattern COUNTS =
            Pattern.compile("\\p{IsHan}{4,30}\\d{1,9}(?:\\.\\d{1,4})?[余多万]{0,2}[件起宗名人次个份家项场条%％]");

    /** Of metadata, clocks, counters of views and tools, and of what a site says of itself. */
    private static final Pattern LABELLED = Pattern.compile(
            "今天是|当前位置|您的位置|来源|作者|发布|时间|日期|浏览|阅读|点击|访问|字号|字体|分享|打印|索引|文号|主题|网站|版权|登录|注册|搜索|热线|点赞|评论|下载|附件");

    /** Put into the page for its text, when what the page itself shows was found to be no report. */
    private static final String KEPT = "." + KeptBody.CONTAINER;

    /** Paragraphs of the shortest article that is looked for twice. */
    private static final int FEWEST_TWICE = 2;

    static MainContent of(List<PageLine> lines, List<PageElement> elements) {
        return once(found(lines, elements), lines, elements);
    }

    /** Of an article that stands twice on its page, for desk and phone, the first; its text is an element of its own. */
    private static MainContent once(MainContent main, List<PageLine> lines, List<PageElement> elements) {
        List<Integer> prose = IntStream.range(main.start(), main.end())
                .filter(line -> lines.get(line).isProse())
                .boxed()
                .toList();
        int half = prose.size() / 2;
        boolean isTwice = half >= FEWEST_TWICE
                && prose.size() == 2 * half
                && IntStream.range(0, half)
                        .allMatch(i -> PageLine.compact(lines.get(prose.get(i)).text())
                                .equals(PageLine.compact(
                                        lines.get(prose.get(half + i)).text())));
        return isTwice
                ? elements.stream()
                        .filter(element -> element.startLine <= prose.get(0)
                                && element.endLine > prose.get(half - 1)
                                && element.endLine <= prose.get(half))
                        .min(Comparator.comparingInt(element -> element.endLine - element.startLine))
                        .map(element -> new MainContent(main.container(), begin(lines, element), element.endLine))
                        .orElse(main)
                : main;
    }

    private static MainContent found(List<PageLine> lines, List<PageElement> elements) {
        int[] proseBefore = proseBefore(lines);
        int total = proseBefore[lines.size()];
        for (PageElement element : elements) {
            if (element.knownAs.equals(KEPT)) {
                return new MainContent(element.knownAs, element.startLine, element.endLine);
            }
        }
        int known = knownContainer(elements);
        if (known >= 0) {
            PageElement element = elements.get(known);
            if (prose(element, proseBefore) >= LEAST_KNOWN_SHARE * total) {
                return new MainContent(element.knownAs, begin(lines, element), element.endLine);
            }
        }
        int dense = densest(elements);
        while (dense > 0 && prose(elements.get(dense), proseBefore) < LEAST_DENSE_SHARE * total) {
            dense = elements.get(dense).parent;
        }
        if (dense <= 0 || total == 0) {
            return new MainContent("body", 0, lines.size());
        }
        PageElement element = elements.get(dense);
        return new MainContent("density", begin(lines, element), element.endLine);
    }

    /** Where the article begins: with an abstract or a first paragraph that stands in a block of its own right above. */
    private static int begin(List<PageLine> lines, PageElement element) {
        int begin = element.startLine;
        while (begin > 0 && element.startLine - begin < MOST_LEADING && isLeading(lines.get(begin - 1))) {
            begin--;
        }
        return begin;
    }

    /** A sentence, or a line that counts something; no label with its value, no title. */
    private static boolean isLeading(PageLine line) {
        String text = line.text();
        return line.linkLength() == 0
                && text.length() >= SHORTEST_LEADING
                && (SENTENCE.matcher(text).find() || COUNTS.matcher(text).find())
                && !LABELLED.matcher(text).find();
    }

    private static int[] proseBefore(List<PageLine> lines) {
        int[] before = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            PageLine line = lines.get(i);
            before[i + 1] = before[i] + (line.isProse() ? line.text().length() : 0);
        }
        return before;
    }

    private static int prose(PageElement element, int[] proseBefore) {
        return proseBefore[element.endLine] - proseBefore[element.startLine];
    }

    private static int knownContainer(List<PageElement> elements) {
        int most = 0;
        for (PageElement element : elements) {
            most = element.knownAs.isEmpty() ? most : Math.max(most, element.characters);
        }
        int chosen = -1;
        for (int i = 0; i < elements.size() && most > 0; i++) {
            PageElement element = elements.get(i);
            boolean isLarge = element.characters >= INNER_SHARE * most;
            if (!element.knownAs.isEmpty() && isLarge && (chosen < 0 || isInside(elements, i, chosen))) {
                chosen = i;
            }
        }
        return chosen;
    }

    private static boolean isInside(List<PageElement> elements, int index, int outer) {
        int at = elements.get(index).parent;
        while (at > outer) {
            at = elements.get(at).parent;
        }
        return at == outer;
    }

    /** Index of the element whose children's composite text densities add up to the most; -1 where there is none. */
    private static int densest(List<PageElement> elements) {
        if (elements.isEmpty()) {
            return -1;
        }
        double[] sums = new double[elements.size()];
        PageElement body = elements.get(0);
        double bodyLinkShare = (double) body.linkCharacters / Math.max(1, body.characters);
        for (int i = elements.size() - 1; i > 0; i--) {
            sums[elements.get(i).parent] += compositeDensity(elements.get(i), bodyLinkShare);
        }
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return best;
    }

    /** Formula 4 of the paper; counts of zero are taken for one, as its authors do. */
    private static double compositeDensity(PageElement element, double bodyLinkShare) {
        double characters = element.characters;
        if (characters == 0) {
            return 0;
        }
        double tags = Math.max(1, element.tags);
        double linkCharacters = Math.max(1, element.linkCharacters);
        double linkTags = Math.max(1, element.linkTags);
        double plain = Math.max(1, characters - element.linkCharacters);
        double base = Math.log(characters / plain * linkCharacters + bodyLinkShare * characters + Math.E);
        return characters / tags * Math.log(characters / linkCharacters * tags / linkTags) / Math.log(base);
    }
}
