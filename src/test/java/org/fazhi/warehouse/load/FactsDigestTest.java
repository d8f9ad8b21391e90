package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import org.fazhi.warehouse.Reports;
import org.junit.jupiter.api.Test;

class FactsDigestTest {

    private static final DocumentFacts FACTS = Reports.report("990101", "云溪县人民政府", "government", 2024)
            .published("2025-01-20")
            .repairedWith("补")
            .figure("受理", "79件", "79", "件", "reconsideration.accepted")
            .check("correction_rate", "confirmed", 0)
            .part("plan", true)
            .facts();

    private final FactsDigest digest = new FactsDigest();

    @Test
    void differsWithEveryComponentOfTheFacts() throws Exception {
        List<DocumentFacts> variants = new ArrayList<>(variants(FACTS));
        for (FigureFact figure : variants(FACTS.figures().get(0))) {
            variants.add(with(FACTS, "figures", List.of(figure)));
        }
        for (SectionFact section : variants(FACTS.sections().get(0))) {
            variants.add(with(FACTS, "sections", List.of(section)));
        }
        for (CheckFact check : variants(FACTS.checks().get(0))) {
            variants.add(with(FACTS, "checks", List.of(check)));
        }
        for (RepairFact repair : variants(FACTS.repairs().get(0))) {
            variants.add(with(FACTS, "repairs", List.of(repair)));
        }
        for (PartFact part : variants(FACTS.parts().get(0))) {
            variants.add(with(FACTS, "parts", List.of(part)));
        }
        List<Digest> digests = new ArrayList<>(variants.stream().map(digest::of).toList());
        digests.add(digest.of(FACTS));
        assertThat(variants).hasSize(19 + 19 + 8 + 5 + 5 + 2);
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForTheSameFactsWhateverWasDigestedBefore() {
        Digest first = digest.of(FACTS);
        digest.of(Reports.report("990102", "松坪县人民政府", "government", 2023)
                .prose("长".repeat(50_000))
                .facts());
        assertThat(digest.of(FACTS)).isEqualTo(first);
        assertThat(new FactsDigest().of(FACTS)).isEqualTo(first);
    }

    @Test
    void tellsWhereOneTextEndsAndTheNextBegins() throws Exception {
        DocumentFacts one = with(with(FACTS, "issuer", "云溪县"), "issuerKind", "government");
        DocumentFacts other = with(with(FACTS, "issuer", "云溪"), "issuerKind", "县government");
        assertThat(digest.of(one)).isNotEqualTo(digest.of(other));
    }

    /** The record once for each component, with that one changed. */
    private static <R extends Record> List<R> variants(R record) throws Exception {
        List<R> variants = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            variants.add(with(record, component.getName(), other(component, value)));
        }
        return variants;
    }

    private static Object other(RecordComponent component, Object value) {
        if (value instanceof Optional<?>) {
            return component.getGenericType().getTypeName().contains("BigDecimal")
                    ? Optional.of(BigDecimal.TEN)
                    : Optional.of("other");
        } else if (value instanceof OptionalInt present) {
            return present.isPresent() ? OptionalInt.empty() : OptionalInt.of(0);
        } else if (value instanceof String) {
            return value + "other";
        } else if (value instanceof Integer number) {
            return number + 1;
        } else if (value instanceof Double number) {
            return number / 2;
        } else if (value instanceof Boolean flag) {
            return !flag;
        } else if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.ONE);
        } else if (value instanceof Span span) {
            return new Span(span.start(), span.end() + 1);
        }
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R with(R record, String name, Object value) throws Exception {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
    }
}
