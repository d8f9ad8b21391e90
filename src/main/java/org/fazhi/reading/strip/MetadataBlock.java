package org.fazhi.reading.strip;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.MetadataLabel.Found;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;

/**
 * Reads and cuts the metadata block (索引号, 发布机构, 成文日期, …) in its five layouts: rows of a table, label and value in
 * one paragraph or list item, label and value on two lines, labels in brackets on one line, labels in a row of a table with
 * their values in the next. It may stand anywhere and be
 * printed twice.
 */
final class MetadataBlock {

    private static final String RULE = "metadata_block";

    /** Lines without a label that may stand between two of a block: values on lines of their own. */
    private static final int WIDEST_GAP = 2;

    private static final Pattern NOTHING = Pattern.compile("无|暂无|没有|空|/|-+|—+|null|undefined");

    private static final Set<Field> CORE = EnumSet.of(
            Field.INDEX_NUMBER, Field.DOCUMENT_NUMBER, Field.PUBLISHER, Field.WRITTEN_DATE, Field.PUBLISHED_DATE);

    private final PageDraft draft;
    private final List<List<Found>> found = new ArrayList<>();

    private MetadataBlock(PageDraft draft) {
        this.draft = draft;
        for (int i = 0; i < draft.size(); i++) {
            found.add(MetadataLabel.in(draft.text(i)));
        }
    }

    static void readAndCut(PageDraft draft) {
        new MetadataBlock(draft).run();
    }

    private void run() {
        int i = 0;
        while (i < draft.size()) {
            if (!isBlockLine(i)) {
                i++;
                continue;
            }
            int last = i;
            for (int j = i + 1; j < draft.size() && j - last <= WIDEST_GAP + 1; j++) {
                if (isBlockLine(j)) {
                    last = j;
                } else if (draft.line(j).isProse()) {
                    break;
                }
            }
            readGroup(i, last);
            i = last + 1;
        }
    }

    /** Opens with a label of the block; a byline's label may follow in the same line. */
    private boolean isBlockLine(int index) {
        List<Found> labels = found.get(index);
        boolean opensWithLabel = !labels.isEmpty()
                && labels.get(0).start() <= 4
                && labels.stream().anyMatch(label -> !label.label().isByline() && label.isDelimited());
        return (opensWithLabel && !isByline(index)) || isGlued(index);
    }

    /** Label and value without anything between them (two spans of a list item), the value telling that it is one. */
    private boolean isGlued(int index) {
        List<Found> labels = found.get(index);
        return labels.size() == 1
                && !labels.get(0).isDelimited()
                && !labels.get(0).label().isByline()
                && labels.get(0).start() <= 2
                && CORE.contains(labels.get(0).label().field().orElse(Field.TITLE))
                && isStandalone(
                        labels.get(0).label().field().orElse(Field.TITLE),
                        labels.get(0).value());
    }

    private record Value(Field field, String text) {}

    private void readGroup(int first, int last) {
        List<Value> values = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Integer> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            if (!isBlockLine(i)) {
                continue;
            }
            lines.add(i);
            List<Found> labels = found.get(i);
            if (isHeadOfColumns(i)) {
                labels.forEach(label -> names.add(label.label().name()));
                values.addAll(columns(labels, cells(i + 1)));
                lines.add(i + 1);
                continue;
            }
            for (int k = 0; k < labels.size(); k++) {
                Found label = labels.get(k);
                names.add(label.label().name());
                Optional<Field> field = label.label().field();
                if (field.isEmpty()) {
                    continue;
                }
                String value = label.value();
                boolean nextLine = value.isEmpty() && k == labels.size() - 1 && isValueLine(i + 1, field.get());
                if (nextLine) {
                    value = draft.text(i + 1);
                    lines.add(i + 1);
                }
                normal(field.get(), value).ifPresent(text -> values.add(new Value(field.get(), text)));
            }
        }
        if (isBlock(values, names)) {
            values.forEach(value -> draft.say(value.field(), value.text(), Origin.METADATA_BLOCK));
            lines.forEach(line -> draft.cut(line, RULE));
        }
    }

    /**
     * Nothing but labels in the cells of a row, one of them the index number's, and a row with no more cells below it. A table
     * of the report itself may list documents by their numbers and days, but never by their index numbers.
     */
    private boolean isHeadOfColumns(int index) {
        List<Found> labels = found.get(index);
        return labels.stream().anyMatch(label -> label.label().field().equals(Optional.of(Field.INDEX_NUMBER)))
                && labels.stream()
                        .allMatch(label -> label.isDelimited() && label.value().isEmpty())
                && cells(index).length == labels.size()
                && index + 1 < draft.size()
                && !isBlockLine(index + 1)
                && cells(index + 1).length <= labels.size();
    }

    private String[] cells(int index) {
        return draft.text(index).split("\t", -1);
    }

    private static List<Value> columns(List<Found> labels, String[] cells) {
        List<Value> values = new ArrayList<>();
        for (int k = 0; k < cells.length; k++) {
            String cell = cells[k];
            labels.get(k)
                    .label()
                    .field()
                    .flatMap(field -> normal(field, cell).map(text -> new Value(field, text)))
                    .ifPresent(values::add);
        }
        return values;
    }

    /** One label may open a sentence; two with a value, or an index number, are a block. */
    private static boolean isBlock(List<Value> values, Set<String> names) {
        boolean hasCore = values.stream().anyMatch(value -> CORE.contains(value.field()));
        boolean hasIndex = values.stream().anyMatch(value -> value.field() == Field.INDEX_NUMBER);
        return hasIndex || (hasCore && names.size() >= 2);
    }

    /** 发布时间：… 来源：… 浏览次数：… on one line is a byline, not a block. */
    private boolean isByline(int index) {
        boolean hasBylineLabel =
                found.get(index).stream().anyMatch(label -> label.label().isByline());
        boolean hasBlockField = found.get(index).stream()
                .flatMap(label -> label.label().field().stream())
                .anyMatch(field ->
                        field == Field.INDEX_NUMBER || field == Field.DOCUMENT_NUMBER || field == Field.WRITTEN_DATE);
        return hasBylineLabel && !hasBlockField;
    }

    private boolean isValueLine(int index, Field field) {
        return index < draft.size()
                && found.get(index).isEmpty()
                && draft.text(index).length() <= 60
                && isStandalone(field, draft.text(index));
    }

    /** The value alone shows which field it is of. */
    private static boolean isStandalone(Field field, String value) {
        return switch (field) {
            case INDEX_NUMBER -> value.matches("[A-Za-z0-9][A-Za-z0-9/\\-_.]{6,40}") && value.matches(".*\\d.*");
            case DOCUMENT_NUMBER ->
                value.length() <= 40 && DocumentNumber.atStart(value).isPresent();
            case PUBLISHER -> value.length() <= 30 && OrganName.matches(value);
            case WRITTEN_DATE, PUBLISHED_DATE, UPDATED_DATE ->
                PageDate.only(value).isPresent();
            case TITLE, SITE_NAME, COLUMN_NAME -> false;
        };
    }

    /** The value as it is kept; empty where the page says 无 or nothing. */
    static Optional<String> normal(Field field, String value) {
        String compact = PageLine.compact(value);
        if (compact.isEmpty() || NOTHING.matcher(compact).matches()) {
            return Optional.empty();
        }
        return switch (field) {
            case WRITTEN_DATE, PUBLISHED_DATE, UPDATED_DATE -> PageDate.find(value);
            case DOCUMENT_NUMBER ->
                DocumentNumber.find(value)
                        .or(() -> compact.length() <= 40 && compact.matches(".*\\d.*")
                                ? Optional.of(compact)
                                : Optional.empty());
            case INDEX_NUMBER ->
                Optional.of(compact).filter(text -> text.length() <= 60 && text.matches(".*[0-9A-Za-z].*"));
            case PUBLISHER -> Optional.of(value).filter(text -> text.length() <= 60);
            case TITLE, SITE_NAME, COLUMN_NAME -> Optional.of(value);
        };
    }
}
