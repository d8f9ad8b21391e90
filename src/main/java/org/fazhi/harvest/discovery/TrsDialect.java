package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TRS WCM static lists: page 1 is {@code index.html}, page k+1 is {@code index_k.html}; the numbers stand in the call
 * {@code createPageHTML(pages, current, "index", "html")} or in the variables {@code countPage} and
 * {@code currentPage}. A variant that names its pager's element first counts from 1.
 */
final class TrsDialect implements ListingDialect {

    /** The script's page count is a cap that sites overstate; the walk has its own bound besides. */
    private static final int MOST_PAGES = 10_000;

    private static final Pattern CALL =
            Pattern.compile("(?<!function\\s)\\bcreatePage(?:HTML)?\\s{0,4}\\(([^()]{1,300})\\)");
    private static final Pattern COUNT = Pattern.compile("\\bcountPage\\s{0,4}=\\s{0,4}(\\d{1,6})\\b");
    private static final Pattern CURRENT = Pattern.compile("\\bcurrentPage\\s{0,4}=\\s{0,4}(\\d{1,6})\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");
    private static final Pattern EXTENSION = Pattern.compile("s?html?|jhtml|aspx?|jsp|php");
    private static final Pattern ARTICLE_NAME = Pattern.compile("t\\d{8}_\\d+");
    private static final Pattern PAGE_OF_LIST = Pattern.compile("(.*?)_(\\d{1,6})\\.(\\w{2,6})");

    /**
     * The script's numbers.
     *
     * @param first number of the first page, 0 or 1
     */
    private record Paging(int count, int current, int first, String name, String extension) {

        boolean hasNext() {
            return count <= MOST_PAGES && current + 1 < count + first;
        }

        String nextFile() {
            return name + "_" + (current + 1) + "." + extension;
        }
    }

    @Override
    public String name() {
        return "trs";
    }

    @Override
    public boolean recognises(ListingPage page) {
        return paging(page).isPresent();
    }

    @Override
    public ListingContent read(ListingPage page) {
        List<ListingRequest> next = new ArrayList<>();
        paging(page)
                .filter(Paging::hasNext)
                .flatMap(paging -> Hrefs.resolve(page.url(), paging.nextFile()))
                .ifPresent(url -> next.add(ListingRequest.get(url, page.url())));
        return new ListingContent(name(), Rows.read(page.document().body(), page.base()), next);
    }

    private static Optional<Paging> paging(ListingPage page) {
        Matcher call = CALL.matcher(page.script());
        while (call.find()) {
            Optional<Paging> paging = ofCall(call.group(1), page.url());
            if (paging.isPresent()) {
                return paging;
            }
        }
        return ofVariables(page);
    }

    private static Optional<Paging> ofCall(String arguments, URI url) {
        List<Integer> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        boolean namesElement = false;
        for (String argument : arguments.split(",", 12)) {
            String value = argument.replaceAll("[\"'\\s]", "");
            if (NUMBER.matcher(value).matches()) {
                numbers.add(Integer.parseInt(value));
            } else if (numbers.isEmpty()) {
                namesElement = true;
            } else if (!value.isEmpty()) {
                words.add(value);
            }
        }
        if (numbers.size() < 2 || words.isEmpty()) {
            return Optional.empty();
        }
        String name = words.get(0);
        String extension = words.size() > 1 ? words.get(1).toLowerCase(Locale.ROOT) : "html";
        // The same function pages through articles; there the file is the article's own.
        if (ARTICLE_NAME.matcher(name).matches()
                || !FILE_NAME.matcher(name).matches()
                || !EXTENSION.matcher(extension).matches()) {
            return Optional.empty();
        }
        return Optional.of(paging(numbers.get(0), numbers.get(1), namesElement, name, extension, url));
    }

    private static Optional<Paging> ofVariables(ListingPage page) {
        Matcher count = COUNT.matcher(page.script());
        Matcher current = CURRENT.matcher(page.script());
        if (!count.find() || !current.find()) {
            return Optional.empty();
        }
        String file = fileName(page.url());
        Matcher later = PAGE_OF_LIST.matcher(file);
        int dot = file.lastIndexOf('.');
        String name = later.matches() ? later.group(1) : dot > 0 ? file.substring(0, dot) : "index";
        String extension = dot > 0 ? file.substring(dot + 1) : "html";
        if (ARTICLE_NAME.matcher(name).matches()
                || !EXTENSION.matcher(extension).matches()) {
            return Optional.empty();
        }
        return Optional.of(paging(
                Integer.parseInt(count.group(1)),
                Integer.parseInt(current.group(1)),
                false,
                name,
                extension,
                page.url()));
    }

    private static Paging paging(int count, int current, boolean namesElement, String name, String extension, URI url) {
        boolean isFirstPage = !PAGE_OF_LIST.matcher(fileName(url)).matches();
        int first = namesElement || (isFirstPage && current == 1) ? 1 : 0;
        return new Paging(count, current, first, name, extension);
    }

    private static String fileName(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
