package org.fazhi.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.harvest.discovery.DoubtfulTitles;
import org.fazhi.harvest.discovery.FrameLinks;
import org.fazhi.harvest.discovery.ReportTitle;
import org.fazhi.harvest.fetch.CharsetChoice;
import org.fazhi.harvest.source.RegionCodes;
import org.fazhi.reading.attachment.AttachmentFormat;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.FigureReader;
import org.fazhi.reading.figures.Reporter;
import org.fazhi.reading.indicators.CheckResult;
import org.fazhi.reading.indicators.CodedFigure;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.indicators.IndicatorMatcher;
import org.fazhi.reading.indicators.SelfChecks;
import org.fazhi.reading.outline.Compliance;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.repair.RepairedText;
import org.fazhi.reading.repair.Repairer;
import org.fazhi.reading.strip.HtmlStripper;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.StrippedPage;
import org.fazhi.reading.strip.TextStripper;
import org.fazhi.reading.strip.UnreadablePageException;

/**
 * Reads one page from its decoded text to its facts: strip, repair, outline, figures, indicators, self-checks. Keeps no
 * state between pages and may be used by several threads at once.
 */
public final class ReportReader {

    /** As the stripper asks of a page. */
    static final int LEAST_CHARACTERS = HtmlStripper.LEAST_CHARACTERS;

    /** Model essays mask their numbers: 受理案件xx件, **份. Three such marks are no slip of the pen. */
    private static final Pattern MASKED = Pattern.compile("[xX×＊*]{2,6}(?=[余多]?[件个次人份家名场项起宗条%％万元年月])");

    private static final int LEAST_MASKED = 3;

    /** Where a text was read from pictures of pages: its container, and its first repair, over all of it. */
    static final String OCR = "pdf_ocr";

    private final HtmlStripper htmlStripper = new HtmlStripper();
    private final TextStripper textStripper = new TextStripper();
    private final Repairer repairer = new Repairer();
    /** A title of several lines and what stands below it in brackets. */
    private static final int FIRST_LINES = 4;

    private static final int LONGEST_SUBTITLE = 40;

    private final IndicatorMatcher matcher;

    public ReportReader(IndicatorDictionary dictionary) {
        this.matcher = matcher(dictionary);
    }

    /** Reads a page by itself. */
    public Reading read(PageInput page) {
        return read(page, Beside.NOTHING);
    }

    /**
     * Reads a page.
     *
     * @param beside asked for the other parts of a report that stands on several pages
     */
    public Reading read(PageInput page, Beside beside) {
        StrippedPage stripped;
        try {
            stripped = strip(page, beside);
        } catch (UnreadablePageException e) {
            return FramedBody.ending(page, new Reading.Quarantined(e.reason(), String.valueOf(e.getMessage())));
        }
        RepairedText repaired = repairer.repair(stripped.text(), stripped.metadata());
        int characters = IssuerName.compactLength(repaired.text());
        if (characters < LEAST_CHARACTERS) {
            return FramedBody.ending(
                    page,
                    new Reading.Quarantined(
                            Reason.TOO_SHORT,
                            "expected at least " + LEAST_CHARACTERS + " characters, got " + characters));
        }
        if (MASKED.matcher(repaired.text()).results().limit(LEAST_MASKED).count() == LEAST_MASKED) {
            return new Reading.Ignored(
                    Reason.MODEL_ESSAY, "expected numbers, got at least " + LEAST_MASKED + " masked with xx or **");
        }
        Outline outline = Outliner.outline(repaired.text());
        return facts(page, stripped, repaired, outline);
    }

    private StrippedPage strip(PageInput page, Beside beside) {
        if (page.isHtml()) {
            return htmlStripper.strip(
                    page.content(),
                    page.url(),
                    address -> FrameLinks.resolve(address, page.url())
                            .flatMap(beside::at)
                            .filter(found ->
                                    AttachmentFormat.of(found.payload()).isEmpty())
                            .map(found -> CharsetChoice.decode(found.payload(), found.contentType())
                                    .text()));
        }
        return page.isOcr() ? textStripper.strip(page.content(), OCR) : textStripper.strip(page.content());
    }

    private Reading facts(PageInput page, StrippedPage stripped, RepairedText repaired, Outline outline) {
        PageMetadata metadata = stripped.metadata();
        Optional<String> title =
                metadata.first(PageMetadata.Field.TITLE).map(value -> repairer.repairValue(value, stripped.text()));
        Optional<String> draft = title.filter(DoubtfulTitles.bundled()::isDraft)
                .or(() -> draftLine(repaired.text()))
                .or(() -> DraftNotice.bundled().in(repaired.text()));
        if (draft.isPresent()) {
            return new Reading.Ignored(Reason.DRAFT, "expected the report as it was adopted, got " + named(draft));
        }
        String body = outline.body().of(outline.text());
        Optional<String> written = metadata.first(PageMetadata.Field.WRITTEN_DATE);
        Optional<Publication> publication =
                publication(Publication.of(metadata, page.listedOn()), page, title, repaired.text());
        Optional<String> published = publication.map(Publication::date);
        OptionalInt year = year(page, title, body, written.or(() -> published));
        if (year.isEmpty()) {
            return new Reading.Quarantined(
                    Reason.NO_REPORT_YEAR, "expected a year in title, text or dates, got none in " + named(title));
        }
        Optional<Issuer> issuer = Issuer.of(page, metadata, title, body, year.getAsInt());
        if (issuer.isEmpty()) {
            return new Reading.Quarantined(
                    Reason.NO_ISSUER, "expected a body in title, text or metadata, got none in " + named(title));
        }
        String name = issuer.get().name();
        List<Figure> figures = FigureReader.read(
                outline,
                year.getAsInt(),
                title,
                written.or(() -> published),
                new Reporter(name, matcher.levelOf(name)));
        List<CodedFigure> coded = matcher.match(outline, figures, name);
        List<CheckResult> checks = SelfChecks.run(coded, outline);
        Map<Integer, String> verified = SelfChecks.verifiedBy(checks);
        FactMapper mapper = new FactMapper(stripped, repaired, outline);
        DocumentFacts facts = new DocumentFacts(
                issuer.get().regionCode(),
                issuer.get().name(),
                issuer.get().kind().code(),
                page.reportKind().code(),
                year.getAsInt(),
                title,
                metadata.first(PageMetadata.Field.DOCUMENT_NUMBER),
                metadata.first(PageMetadata.Field.INDEX_NUMBER),
                written,
                published,
                publication.map(told -> told.basis().code()),
                publication.flatMap(Publication::other),
                stripped.text(),
                repaired.text(),
                mapper.sections(),
                mapper.figures(coded, verified),
                checks.stream().map(FactMapper::check).toList(),
                mapper.repairs(),
                parts(outline));
        return new Reading.Read(facts, stripped, repaired, outline, coded, checks);
    }

    private static Optional<Publication> publication(
            Optional<Publication> told, PageInput page, Optional<String> title, String text) {
        Optional<String> notice = Reissue.bundled().notice(text);
        boolean isReissue = notice.isPresent()
                || Stream.concat(title.stream(), page.linkTitle().stream()).anyMatch(Reissue.bundled()::isEdition);
        return isReissue ? told.map(day -> day.anew(notice.flatMap(Reissue::day))) : told;
    }

    /** A draft may say so below its title alone: （征求意见稿）. A sentence must say it of the text: 现公开征求意见。 */
    private static Optional<String> draftLine(String text) {
        return text.lines()
                .limit(FIRST_LINES)
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST_SUBTITLE)
                .filter(DoubtfulTitles.bundled()::isDraft)
                .filter(line -> !line.endsWith("。") || DraftNotice.bundled().putsUp(line))
                .findFirst();
    }

    /** The matcher that reads reports: it knows every region that ever had a code. */
    public static IndicatorMatcher matcher(IndicatorDictionary dictionary) {
        RegionCodes regions = RegionCodes.load();
        return new IndicatorMatcher(dictionary, name -> !regions.named(name).isEmpty());
    }

    private static String named(Optional<String> title) {
        return title.map(text -> "\"" + text + "\"").orElse("a page without a title");
    }

    private static OptionalInt year(PageInput page, Optional<String> title, String body, Optional<String> date) {
        return Stream.<Supplier<OptionalInt>>of(
                        () -> title.map(ReportTitle::year)
                                .filter(OptionalInt::isPresent)
                                .map(named -> OptionalInt.of(ReportYear.settled(named.getAsInt(), body, date)))
                                .orElse(OptionalInt.empty()),
                        () -> page.linkTitle().map(ReportTitle::year).orElse(OptionalInt.empty()),
                        () -> title.map(ReportYear::endOfSpan).orElse(OptionalInt.empty()),
                        () -> ReportYear.inOpening(body),
                        () -> ReportYear.fromDate(date),
                        () -> ReportYear.mostNamed(body))
                .map(Supplier::get)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static List<DocumentFacts.PartFact> parts(Outline outline) {
        return Compliance.parts(outline).entrySet().stream()
                .map(part -> new DocumentFacts.PartFact(part.getKey().code(), part.getValue()))
                .toList();
    }
}
