package org.fazhi.reading.strip;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a page says about itself. Every value is kept with the place it was found in; {@link #first} chooses by the order
 * of {@link Origin}.
 *
 * @param entries in the order found
 */
public record PageMetadata(List<Entry> entries) {

    public static final PageMetadata NONE = new PageMetadata(List.of());

    /** The fields that are dates. */
    static final Set<Field> DATES = Set.of(Field.WRITTEN_DATE, Field.PUBLISHED_DATE, Field.UPDATED_DATE);

    public PageMetadata {
        entries = List.copyOf(entries);
    }

    /** What is said. Dates are ISO 8601 (YYYY-MM-DD) whatever the page wrote. */
    public enum Field {
        TITLE,
        DOCUMENT_NUMBER,
        INDEX_NUMBER,
        PUBLISHER,
        /** 成文日期, 生成日期, 发文日期 and the date of the signature. */
        WRITTEN_DATE,
        /** 发布日期, 公开日期, PubDate. */
        PUBLISHED_DATE,
        /** 更新时间, 修改时间: when the page was last changed, which may be long after it was published. */
        UPDATED_DATE,
        SITE_NAME,
        COLUMN_NAME
    }

    /** Where it is said, the most trusted first. */
    public enum Origin {
        /** The table or list with 索引号, 发布机构, 成文日期. */
        METADATA_BLOCK,
        /** The headline over the text. */
        HEADLINE,
        /** A meta element of the head. */
        META_TAG,
        /** The signature below the text. */
        SIGNATURE,
        /** A line such as 来源：… 发布时间：… under the headline. */
        BYLINE,
        /** The title element. */
        TITLE_TAG,
        /** The breadcrumb. */
        BREADCRUMB,
        /** The text of the report itself. */
        BODY,
        /** A date written in the URL. */
        URL
    }

    /** One value with its origin. */
    public record Entry(Field field, String value, Origin origin) {

        /** A site that is moved or republished writes the day of that into PubDate; the day that is printed stays. */
        private boolean isReissued() {
            return field == Field.PUBLISHED_DATE && (origin == Origin.META_TAG || origin == Origin.URL);
        }
    }

    /** The value of the most trusted origin; of two with one origin, the first. */
    public Optional<String> first(Field field) {
        return all(field).stream().findFirst().map(Entry::value);
    }

    /** All values of a field, the most trusted origin first. */
    public List<Entry> all(Field field) {
        return entries.stream()
                .filter(entry -> entry.field() == field)
                .sorted(Comparator.comparing(Entry::isReissued).thenComparing(Entry::origin))
                .toList();
    }
}
