package org.fazhi.warehouse.load;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.DocumentFacts.PartFact;
import org.fazhi.reading.DocumentFacts.RepairFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.text.Digest;
import org.fazhi.text.Span;

/**
 * Digests all that was read from a page: two facts that differ in any component differ here. Every component is written
 * after the other as characters, texts and lists behind their length, so that no two facts are written alike. Printing the
 * records instead took as long as a third of the load.
 */
final class FactsDigest {

    private char[] written = new char[1 << 14];
    private int length;

    /** May be asked again and again; not by two threads at once. */
    Digest of(DocumentFacts facts) {
        length = 0;
        optional(facts.regionCode()).text(facts.issuer()).text(facts.issuerKind());
        text(facts.reportKind()).number(facts.reportYear()).optional(facts.title());
        optional(facts.documentNumber()).optional(facts.indexNumber());
        optional(facts.writtenDate()).optional(facts.publishedDate());
        optional(facts.publishedDateBasis()).optional(facts.otherPublishedDate());
        boolean isRepaired = !facts.repairedText().equals(facts.text());
        text(facts.text()).optional(isRepaired ? Optional.of(facts.repairedText()) : Optional.empty());
        size(facts.sections());
        facts.sections().forEach(this::section);
        size(facts.figures());
        facts.figures().forEach(this::figure);
        size(facts.checks());
        facts.checks().forEach(this::check);
        size(facts.repairs());
        facts.repairs().forEach(this::repair);
        size(facts.parts());
        facts.parts().forEach(this::part);
        byte[] bytes = new byte[length * Character.BYTES];
        ByteBuffer.wrap(bytes).asCharBuffer().put(written, 0, length);
        return Digest.of(bytes);
    }

    private void section(SectionFact section) {
        number(section.ordinal()).optional(section.parent()).number(section.level());
        text(section.number()).text(section.heading()).text(section.role());
        span(section.span()).span(section.repairedSpan());
    }

    private void figure(FigureFact figure) {
        number(figure.ordinal()).optional(figure.section()).text(figure.sectionRole());
        text(figure.raw()).text(figure.value().toString());
        optional(figure.valueHigh().map(BigDecimal::toString)).text(figure.unit());
        text(figure.qualifier()).optional(figure.change()).text(figure.tense());
        optional(figure.asOf()).optional(figure.code()).text(figure.rule());
        long confidence = Double.doubleToLongBits(figure.confidence());
        number((int) (confidence >>> 32)).number((int) confidence).text(figure.sentence());
        span(figure.span()).span(figure.repairedSpan());
        optional(figure.verifiedBy()).optional(figure.quarantine());
    }

    private void check(CheckFact check) {
        text(check.check()).text(check.status()).text(check.stated()).text(check.computed());
        size(check.figures());
        check.figures().forEach(this::number);
    }

    private void repair(RepairFact repair) {
        text(repair.rule()).span(repair.span()).span(repair.repairedSpan());
        text(repair.before()).text(repair.after());
    }

    private void part(PartFact part) {
        text(part.part()).number(part.isPresent() ? 1 : 0);
    }

    private FactsDigest text(String value) {
        number(value.length());
        int end = Math.addExact(length, value.length());
        room(end);
        value.getChars(0, value.length(), written, length);
        length = end;
        return this;
    }

    private FactsDigest optional(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : number(-1);
    }

    private FactsDigest optional(OptionalInt value) {
        number(value.isPresent() ? 1 : 0);
        return number(value.orElse(0));
    }

    private FactsDigest span(Span span) {
        return number(span.start()).number(span.end());
    }

    private void size(Collection<?> values) {
        number(values.size());
    }

    private FactsDigest number(int value) {
        room(length + 2);
        written[length++] = (char) (value >>> 16);
        written[length++] = (char) value;
        return this;
    }

    private void room(int end) {
        if (end > written.length) {
            written = Arrays.copyOf(written, Math.max(end, written.length * 2));
        }
    }
}
