package org.fazhi.reading.strip;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * The parts of an article of which a page is one. A script writes the links to them
 * ({@code createPageHTML(3,0,"t20240110_88","html")}), or links do that turn the page or bear a number and lead to the same
 * file name with a number behind it (t20240110_88.html, t20240110_88_1.html). A part must not pass for the whole.
 *
 * @param addresses of all parts in their order, as the page writes them; its own is its file's name
 * @param own index of the page among them
 * @param isCounted whether the page says how many there are, or shows them by numbers without a gap
 */
public record PageParts(List<String> addresses, int own, boolean isCounted) {

    /** Parts of one article; more are the pages of a list. */
    static final int MOST = 30;

    private static final Pattern WORDS = Pattern.compile("(?:下一?页|上一?页|下页|后一页|前一页|余下全文|末页|尾页)[\\s>»›]*");

    private static final Pattern NUMBERED = Pattern.compile("[\\[【(（第]?\\s?\\d{1,2}\\s?[\\]】)）页]?");

    /** The file's name, the page number at its end, if it has one, and its suffix. */
    private static final Pattern FILE = Pattern.compile("([^/?#]+?)(\\.(?:s?html?|jhtml))(?:[?#].*)?$");

    private static final Pattern NUMBER = Pattern.compile("[_-](1?\\d|20)$");

    /** Of TRS and its like: parts, which one, the file's name, its ending. Not where a comment says how it is called. */
    private static final Pattern CALL = Pattern.compile("(?<!//\\s{0,8})\\bcreatePageHTML\\s{0,4}\\(\\s{0,4}"
            + "(?:[\"'][\\w-]{1,40}[\"']\\s{0,4},\\s{0,4})?(\\d{1,4})\\s{0,4},\\s{0,4}(\\d{1,4})\\s{0,4},\\s{0,4}"
            + "[\"']([^\"'/\\\\]{1,100})[\"']\\s{0,4},\\s{0,4}[\"'](\\w{1,8})[\"']");

    /** The pages of a list, which may stand beside an article. */
    private static final Pattern LIST = Pattern.compile("(?i)index|list|default|node.*|col.*");

    private static final int LONGEST_SCRIPT = 100_000;

    public PageParts {
        addresses = List.copyOf(addresses);
    }

    /**
     * The parts of which a page is one; empty where it is a whole.
     *
     * @param url its address
     */
    static Optional<PageParts> in(NamedElements named, URI url) {
        String path = String.valueOf(url.getPath());
        for (Element script : named.scripts()) {
            String text = script.data();
            Matcher call = CALL.matcher(text.substring(0, Math.min(LONGEST_SCRIPT, text.length())));
            while (call.find()) {
                Optional<PageParts> parts = called(call, path);
                if (parts.isPresent()) {
                    return parts;
                }
            }
        }
        return linked(named.links(), path);
    }

    private static Optional<PageParts> called(Matcher call, String path) {
        int count = Integer.parseInt(call.group(1));
        int own = Integer.parseInt(call.group(2));
        String stem = call.group(3);
        boolean isOwn = path.contains("/" + stem + ".") || path.contains("/" + stem + "_");
        if (count < 2
                || count > MOST
                || own >= count
                || !isOwn && LIST.matcher(stem).matches()) {
            return Optional.empty();
        }
        List<String> addresses = IntStream.range(0, count)
                .mapToObj(part -> stem + (part == 0 ? "" : "_" + part) + "." + call.group(4))
                .toList();
        return Optional.of(new PageParts(addresses, own, true));
    }

    private static Optional<PageParts> linked(List<Element> links, String path) {
        Matcher own = FILE.matcher(path);
        if (!own.find()) {
            return Optional.empty();
        }
        String stem = stem(own.group(1));
        TreeMap<Integer, String> parts = new TreeMap<>();
        boolean isNumbered = false;
        for (Element link : links) {
            String href = link.attr("href");
            String label = PageLine.trim(link.ownText());
            boolean isNumber = NUMBERED.matcher(label).matches();
            // Every sibling's address holds the stem; nearly no other link does.
            if (href.contains(stem) && (isNumber || WORDS.matcher(label).matches()) && parts.size() < MOST) {
                Matcher other = FILE.matcher(href);
                if (other.find() && isSibling(own.group(1), other.group(1))) {
                    parts.putIfAbsent(number(other.group(1), stem), href);
                    isNumbered |= isNumber;
                }
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        int index = number(own.group(1), stem);
        parts.put(index, own.group(1) + own.group(2));
        return Optional.of(new PageParts(
                List.copyOf(parts.values()), parts.headMap(index).size(), isNumbered && isWithoutGap(parts.keySet())));
    }

    /** Sites call the second part _1 or _2. */
    private static boolean isWithoutGap(Set<Integer> numbers) {
        List<Integer> ordered = List.copyOf(numbers);
        int last = ordered.get(ordered.size() - 1);
        boolean isFromTwo = !numbers.contains(1);
        return ordered.get(0) == 0 && ordered.size() == (isFromTwo ? last : last + 1);
    }

    private static boolean isSibling(String own, String other) {
        String ownStem = stem(own);
        String otherStem = stem(other);
        boolean bothNumbered = !ownStem.equals(own) && !otherStem.equals(other);
        return !own.equals(other)
                && (otherStem.equals(own) || ownStem.equals(other) || (bothNumbered && ownStem.equals(otherStem)));
    }

    private static String stem(String file) {
        return NUMBER.matcher(file).replaceFirst("");
    }

    private static int number(String file, String stem) {
        Matcher number = NUMBER.matcher(file);
        return !file.equals(stem) && number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** The addresses of the other parts, in their order. */
    public List<String> others() {
        return IntStream.range(0, addresses.size())
                .filter(part -> part != own)
                .mapToObj(addresses::get)
                .toList();
    }

    /** Such as: part 1 of 3; the others are a_1.html, a_2.html. */
    @Override
    public String toString() {
        String part = isCounted ? "part " + (own + 1) + " of " + addresses.size() : "one part of several";
        return part + "; the others are " + String.join(", ", others());
    }
}
