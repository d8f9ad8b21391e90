package org.fazhi.warehouse.load;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.warehouse.store.TableWriter;

/**
 * The bodies that sources and documents name, each once, with every name it was seen under. What is written does not depend
 * on the order in which they came.
 */
final class Issuers {

    private static final class Seen {
        private IssuingBody body;
        private final TreeSet<String> aliases = new TreeSet<>();
        private final TreeSet<IssuerKind> reviewedKinds = new TreeSet<>();
        private final TreeSet<IssuerKind> sourceKinds = new TreeSet<>();
        private final TreeSet<IssuerKind> readKinds = new TreeSet<>();

        private Seen(IssuingBody body) {
            this.body = body;
        }

        /** What a review says first, then what the operator says, then what the name says, then what was read. */
        private IssuerKind kind() {
            return reviewedKinds.stream()
                    .findFirst()
                    .or(() -> sourceKinds.stream().findFirst())
                    .or(body::namedKind)
                    .or(() -> readKinds.stream().findFirst())
                    .orElse(IssuerKind.BUREAU);
        }
    }

    private final IssuerResolver resolver;
    private final TreeMap<String, Seen> seen = new TreeMap<>();

    Issuers(IssuerResolver resolver, List<Source> sources) {
        this.resolver = resolver;
        for (Source source :
                sources.stream().sorted(Comparator.comparing(Source::id)).toList()) {
            IssuingBody body = resolver.publisher(source);
            see(body, source.publisher()).sourceKinds.add(source.issuerKind());
        }
    }

    /** The key of a source's publisher. */
    String keyOf(Source source) {
        return resolver.publisher(source).key();
    }

    /** The place that a source's publisher names and no table has. */
    Optional<String> uncheckedPlaceOf(Source source) {
        return resolver.unknownPlace(source);
    }

    /**
     * The body that issues a document; empty where its region is not known, since a name without a region means many.
     *
     * @param printed its name as it will stand in the document's row
     * @param region code of the document's region
     * @param isKindReviewed true where a person said of what kind the body is
     */
    Optional<IssuingBody> of(
            String printed,
            DocumentFacts facts,
            Optional<String> region,
            Optional<Source> source,
            boolean isKindReviewed) {
        IssuingBody body = resolver.resolve(printed, region, facts.reportYear(), facts.repairedText(), source);
        if (body.region().isEmpty()) {
            return Optional.empty();
        }
        Seen entry = see(body, printed);
        IssuerKind.ofCode(facts.issuerKind()).ifPresent((isKindReviewed ? entry.reviewedKinds : entry.readKinds)::add);
        return Optional.of(body);
    }

    private Seen see(IssuingBody body, String name) {
        Seen entry = seen.computeIfAbsent(body.key(), key -> new Seen(body));
        if (body.name().compareTo(entry.body.name()) < 0) {
            entry.body = body;
        }
        if (!name.isBlank()) {
            entry.aliases.add(name);
        }
        return entry;
    }

    void write(TableWriter writer) throws SQLException {
        for (Map.Entry<String, Seen> entry : seen.entrySet()) {
            Seen issuer = entry.getValue();
            writer.row()
                    .text("issuer_key", entry.getKey())
                    .text("issuer_name", issuer.body.name())
                    .text("body_name", issuer.body.body())
                    .text("issuer_kind", issuer.kind().code())
                    .text("named_kind", issuer.body.namedKind().map(IssuerKind::code))
                    .text("region_code", issuer.body.region())
                    .text("issuer_function", issuer.body.function())
                    .texts("aliases", List.copyOf(issuer.aliases))
                    .end();
        }
    }
}
