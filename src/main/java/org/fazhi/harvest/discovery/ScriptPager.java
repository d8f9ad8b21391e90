package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.discovery.ScriptAddress.Gap;
import org.fazhi.harvest.discovery.ScriptAddress.Use;

/**
 * The further pages of a list whose pager only a script turns: by an address that the script puts together around the number
 * of the page, by the number in the page's own address, or by a form that is sent. Looked for only where a page says that
 * more follows, or holds no rows of its own; a wrong one costs a request, and the walk does not end as complete by it.
 */
final class ScriptPager {

    private static final int MOST_PAGES = ListingWalk.MOST_PAGES;

    /** {@code index_}, {@code list-}, {@code /page/}: what stands before the number of a page in a path. */
    private static final Pattern BEFORE_NUMBER = Pattern.compile(".*(?:[_/-]|index|list|page|p)|");

    private static final Pattern AFTER_NUMBER =
            Pattern.compile("(?:/[\\w-]{0,40})?(?:\\.(?:s?html?|jhtml|jspx?|aspx?|php|do))?(?:\\?.*)?");

    private final ListingPage page;
    private final PagerSigns signs;
    private final int dated;

    /**
     * Where the number of a page stands in an address.
     *
     * @param shift what is added to the number of a page, counted from 1
     */
    private record Template(Use use, String before, int shift, String after) {

        Optional<URI> page(URI base, int number) {
            return Hrefs.resolve(base, before + (number + shift) + after);
        }
    }

    private ScriptPager(ListingPage page, PagerSigns signs, int dated) {
        this.page = page;
        this.signs = signs;
        this.dated = dated;
    }

    /** @param links the rows of the page */
    static List<ListingRequest> next(ListingPage page, PagerSigns signs, List<Link> links) {
        int dated = (int) links.stream().filter(Link::isDated).count();
        ScriptPager pager = new ScriptPager(page, signs, dated);
        return dated == 0 ? pager.first() : pager.further();
    }

    /** Of a page without rows: what its script asks for first. */
    private List<ListingRequest> first() {
        boolean isFirst = page.response().request().referrer().isEmpty();
        return templates().stream()
                .filter(template -> isFirst && template.use() == Use.LOAD)
                .flatMap(template -> template.page(page.base(), 1).stream())
                .filter(this::isOwnHost)
                .limit(1)
                .map(url -> ListingRequest.get(url, page.url()))
                .toList();
    }

    private List<ListingRequest> further() {
        boolean isFirst = page.response().request().referrer().isEmpty();
        int last = Math.min(MOST_PAGES, Math.max(signs.lastPage(), isFirst ? pagesByRows() : 0));
        for (Template template : templates()) {
            int current = current(template).orElse(isFirst ? 1 : 0);
            boolean isOpen = last == 0 && isUncounted() && template.use() == Use.GO;
            int end = isOpen ? current + 1 : last;
            if (current > 0 && end > current) {
                return requests(template, current + 1, end);
            }
        }
        return templates().isEmpty() ? own(last) : List.of();
    }

    private List<ListingRequest> requests(Template template, int from, int to) {
        List<ListingRequest> requests = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            template.page(page.base(), number)
                    .filter(url -> !url.equals(page.url()) && isOwnHost(url))
                    .ifPresent(url -> requests.add(ListingRequest.get(url, page.url())));
        }
        return requests;
    }

    /** The next page by the number in the page's own address. */
    private List<ListingRequest> own(int last) {
        Map<String, String> query = QueryText.of(page.url());
        return PageParameter.in(query)
                .filter(current -> last > current.number() || last == 0 && isUncounted())
                .flatMap(current -> QueryText.with(page.url(), current.next(query)))
                .map(url -> ListingRequest.get(url, page.url()))
                .stream()
                .toList();
    }

    /** True where something turns to a next page, and nothing says how many there are. */
    private boolean isUncounted() {
        return signs.isLive() && signs.rows() == 0;
    }

    /** Where only the number of rows is stated: as many pages as there are with the rows of the first. */
    private int pagesByRows() {
        int rows = Math.max(signs.rows(), signs.ownRows());
        return rows > dated ? (rows + dated - 1) / dated : 0;
    }

    private boolean isOwnHost(URI url) {
        return PlainDialect.sameHost(url, page.url());
    }

    private Optional<Integer> current(Template template) {
        String address = page.url().toString();
        Optional<URI> first = template.page(page.base(), 1);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String whole = first.get().toString();
        int at = whole.length()
                - template.after().length()
                - String.valueOf(1 + template.shift()).length();
        boolean isLike = at > 0
                && address.startsWith(whole.substring(0, at))
                && address.endsWith(template.after())
                && address.length() > at + template.after().length();
        Matcher number = Pattern.compile("\\d{1,5}")
                .matcher(
                        isLike
                                ? address.substring(
                                        at, address.length() - template.after().length())
                                : "");
        return number.matches() ? Optional.of(Integer.parseInt(number.group()) - template.shift()) : Optional.empty();
    }

    /** Those that go somewhere first: what a script only loads may be a column beside. */
    private List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        for (Use use : Use.values()) {
            page.addresses().stream()
                    .filter(address -> address.use() == use)
                    .flatMap(address -> address.gap().stream())
                    .flatMap(gap -> template(use, gap).stream())
                    .distinct()
                    .forEach(templates::add);
        }
        return templates;
    }

    private static Optional<Template> template(Use use, Gap gap) {
        PagerWords words = PagerWords.bundled();
        int query = gap.before().lastIndexOf('?');
        int parameter = gap.before().lastIndexOf('&');
        boolean isQuery = query >= 0 && gap.before().endsWith("=");
        String name = isQuery
                ? gap.before()
                        .substring(Math.max(query, parameter) + 1, gap.before().length() - 1)
                : "";
        boolean isPage = isQuery
                ? words.tells(PagerSign.PAGE_PARAMETER, name)
                : BEFORE_NUMBER.matcher(gap.before()).matches()
                        && AFTER_NUMBER.matcher(gap.after()).matches()
                        && words.tells(PagerSign.PAGE_VARIABLE, gap.name().text());
        // What is added to counts from 0, what is taken from counts from 1.
        return isPage
                ? Optional.of(
                        new Template(use, gap.before(), Math.min(0, gap.name().offset()), gap.after()))
                : Optional.empty();
    }
}
