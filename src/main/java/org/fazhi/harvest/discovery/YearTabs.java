package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tabs and boxes of years by which a page parts its list, so that it shows the rows of one of them only.
 *
 * <p>Years that stand beside one another are tabs where something happens on a click on one of them; headings, and years of
 * another column, are none. Where all years are chosen, nothing is parted.
 */
final class YearTabs implements PageTour.Reader {

    /** A box with more is for any date, as of a birthday. */
    private static final int MOST_YEARS = 40;

    private static final int LONGEST_LABEL = 16;

    /** A list of one year shows dates of two or three: reports come in the next one, or late. */
    private static final int MANY_YEARS = 4;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern INDEX = Pattern.compile("(?i)(?:index|default)\\.\\w{2,5}$");

    private final ListingPage page;
    private final PagerWords words = PagerWords.bundled();
    private final Map<Element, List<Element>> tabs = new LinkedHashMap<>();
    private final List<Element> boxes = new ArrayList<>();
    private final Map<URI, Integer> linked = new LinkedHashMap<>();
    private final List<Parting> partings = new ArrayList<>();
    private int lookedAt;

    /**
     * Years of which only a script shows some.
     *
     * @param years all that have no address
     * @param chosen those of them that are chosen, which may have no row yet
     * @param isBox true for a box to choose from, which may be one of a search
     */
    private record Parting(Set<Integer> years, Set<Integer> chosen, boolean isBox) {

        boolean hides(Set<Integer> listedIn, Set<Integer> reportedOn) {
            if (isBox && listedIn.size() >= MANY_YEARS) {
                return false;
            }
            Set<Integer> wanted = new HashSet<>(years);
            wanted.removeIf(year -> chosen.contains(year) && !listedIn.contains(year) && !reportedOn.contains(year));
            return !listedIn.containsAll(wanted) && !reportedOn.containsAll(wanted);
        }
    }

    /** Of a page whose elements it is yet to see. */
    YearTabs(ListingPage page) {
        this.page = page;
    }

    /** Settles what was seen, once, when all elements were. */
    void settle() {
        tabs.forEach(this::group);
        boxes.forEach(this::box);
    }

    /** Pages of single years of this list, each with its year, in the order of the page. */
    Map<URI, Integer> linked() {
        return linked;
    }

    /** True where only a script shows a year of which no row is among these. A script may show and hide what a page has whole. */
    boolean hidesSome(List<Link> rows) {
        Set<Integer> listedIn = new HashSet<>();
        Set<Integer> reportedOn = new HashSet<>();
        for (Link row : rows) {
            row.date().ifPresent(date -> {
                listedIn.add(date.getYear());
                OptionalInt year = ReportTitle.year(row.title());
                // A report of a year comes in the next one; a plan of the year does not.
                if (year.isPresent() && date.getYear() == year.getAsInt() + 1) {
                    reportedOn.add(year.getAsInt());
                }
            });
        }
        return partings.stream().anyMatch(parting -> parting.hides(listedIn, reportedOn));
    }

    @Override
    public void look(Element element, boolean isBelowRows) {
        if (element.normalName().equals("select")) {
            if (boxes.size() < MOST_YEARS) {
                boxes.add(element);
            }
            return;
        }
        String label = ElementLabel.of(element);
        boolean isYear = !element.normalName().equals("option")
                && label.length() <= LONGEST_LABEL
                && words.tells(PagerSign.YEAR_LABEL, label);
        if (isYear && lookedAt++ < Tabs.MOST_LOOKED_AT) {
            tabs.computeIfAbsent(Tabs.holder(element), box -> new ArrayList<>()).add(element);
        }
    }

    private void group(Element holder, List<Element> found) {
        if (Tabs.showAll(holder, found)) {
            return;
        }
        Map<Integer, Optional<URI>> controls = new TreeMap<>();
        Set<Integer> years = new HashSet<>();
        Set<Integer> chosen = new HashSet<>();
        for (Element tab : found) {
            int year = year(ElementLabel.of(tab));
            years.add(year);
            if (Tabs.isChosen(tab)) {
                chosen.add(year);
            }
            if (!words.isOff(tab)) {
                control(tab, holder).ifPresent(address -> controls.putIfAbsent(year, address));
            }
        }
        if (years.size() < 2) {
            return;
        }
        controls.forEach((year, address) -> address.ifPresent(url -> {
            link(url, year);
            years.remove(year);
        }));
        if (controls.values().stream().anyMatch(Optional::isEmpty)) {
            // One that does nothing is the one that is shown.
            years.stream().filter(year -> !controls.containsKey(year)).forEach(chosen::add);
            partings.add(new Parting(years, chosen, false));
        }
    }

    private void link(URI url, int year) {
        if (linked.size() < MOST_YEARS) {
            linked.putIfAbsent(url, year);
        }
    }

    /**
     * What a click on a tab leads to: a page of this list, or nothing that has an address.
     *
     * @return empty where nothing happens, or what happens is not of this list
     */
    private Optional<Optional<URI>> control(Element tab, Element holder) {
        Element clicked = ElementLabel.clicked(tab);
        String call = ElementLabel.call(clicked);
        Optional<URI> address = call.isEmpty()
                ? Hrefs.resolve(page.base(), clicked.attr("href"))
                : ElementLabel.addressIn(call).flatMap(named -> Hrefs.resolve(page.base(), named));
        if (address.isPresent()) {
            return isOwn(address.get()) ? Optional.of(address) : Optional.empty();
        }
        boolean isScripted = !call.isEmpty()
                || !clicked.attr("href").isBlank() && !isSection(clicked.attr("href"))
                || hasYearInData(tab)
                || words.names(PagerSign.YEAR_BOX, holder)
                || holder.parent() != null && words.names(PagerSign.YEAR_BOX, holder.parent());
        return isScripted ? Optional.of(Optional.empty()) : Optional.empty();
    }

    /** {@code #y2022} is a part of the page where it has rows. */
    private boolean isSection(String href) {
        String id = href.strip();
        if (id.length() < 2 || !id.startsWith("#")) {
            return false;
        }
        Element section = page.document().getElementById(id.substring(1));
        return section != null && section.selectFirst("a[href]") != null;
    }

    private static boolean hasYearInData(Element tab) {
        Element around = tab;
        boolean hasYear = false;
        for (int up = 0; up <= Tabs.NEAR && around != null && !hasYear; up++) {
            hasYear = around.attributes().dataset().values().stream()
                    .anyMatch(value -> YEAR.matcher(value.strip()).matches());
            around = around.parent();
        }
        return hasYear;
    }

    /** Below the folder of the listing, on its path with another query, or on an address that differs in numbers only. */
    private boolean isOwn(URI address) {
        if (!String.valueOf(address.getRawAuthority())
                .equalsIgnoreCase(String.valueOf(page.url().getRawAuthority()))) {
            return false;
        }
        String own = path(page.url());
        String other = path(address);
        String folder = own.substring(0, own.lastIndexOf('/') + 1);
        boolean isBelow = folder.length() > 1 && other.startsWith(folder);
        boolean isSamePath = other.equals(own) && address.getRawQuery() != null;
        boolean isBeside = DIGITS.matcher(own).find() && masked(own).equals(masked(other));
        return isBelow || isSamePath || isBeside;
    }

    private static String path(URI url) {
        return Optional.ofNullable(url.getPath()).orElse("/");
    }

    private static String masked(String path) {
        return DIGITS.matcher(INDEX.matcher(path).replaceFirst("")).replaceAll("#");
    }

    /** A box to choose a year from. */
    private void box(Element select) {
        List<Element> options =
                select.select("option").stream().limit(MOST_YEARS + 2).toList();
        Map<Integer, Element> years = new TreeMap<>();
        Optional<Element> first = Optional.empty();
        for (Element option : options) {
            String label = ElementLabel.plain(option.text().strip());
            boolean isAll = words.tells(PagerSign.ALL_YEARS, label) || words.tells(PagerSign.NO_YEAR, label);
            if (!isAll && !words.tells(PagerSign.YEAR_LABEL, label)) {
                return;
            }
            if (option.hasAttr("selected") || first.isEmpty()) {
                first = Optional.of(option);
            }
            if (!isAll) {
                years.putIfAbsent(year(label), option);
            }
        }
        if (years.size() > MOST_YEARS || first.filter(years::containsValue).isEmpty()) {
            return;
        }
        Set<Integer> bare = new HashSet<>();
        years.forEach((year, option) -> {
            Optional<URI> address =
                    Tabs.isAddress(option) ? Hrefs.resolve(page.base(), option.attr("value")) : Optional.empty();
            address.filter(this::isOwn).ifPresent(url -> link(url, year));
            if (address.isEmpty()) {
                bare.add(year);
            }
        });
        int shown = year(ElementLabel.plain(first.orElseThrow().text().strip()));
        partings.add(new Parting(bare, Set.of(shown), true));
    }

    private static int year(String label) {
        Matcher year = YEAR.matcher(label);
        return year.find() ? Integer.parseInt(year.group()) : 0;
    }
}
