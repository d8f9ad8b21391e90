package org.fazhi.reading.outline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fazhi.text.KnownPattern;

/**
 * Which of the parts that 厅字〔2019〕28号 (法治政府建设与责任落实督察工作规定) art. 25 asks of a yearly report are in
 * it. A part may have a chapter of its own or stand as a paragraph in another: {@code warehouse/knowledge/prescribed_parts.yml}.
 */
public final class Compliance {

    static final String FILE = "warehouse/knowledge/prescribed_parts.yml";

    /** What an entry of the file tells: a part, or that a chapter's heading names persons. */
    enum Sign {
        LEADERSHIP,
        ACHIEVEMENTS,
        PROBLEMS,
        PLAN,
        OTHER,
        PERSONS
    }

    private static final List<KnownPattern<Sign>> PATTERNS = KnownPattern.bundled(FILE, Sign.values());

    private Compliance() {}

    /** Each prescribed part, in the order of {@link Role}, with whether the report has it. */
    public static Map<Role, Boolean> parts(Outline outline) {
        Map<Role, Boolean> parts = new EnumMap<>(Role.class);
        String body = outline.body().of(outline.text());
        for (Role role : Role.values()) {
            boolean hasChapter = outline.sections().stream()
                    .filter(section -> section.role() == role)
                    .anyMatch(section -> role != Role.LEADERSHIP || tells(Sign.PERSONS, section.heading()));
            parts.put(role, hasChapter || tells(Sign.valueOf(role.name()), body));
        }
        return parts;
    }

    private static boolean tells(Sign sign, String text) {
        return PATTERNS.stream()
                .filter(entry -> entry.sign() == sign)
                .anyMatch(entry -> entry.pattern().matcher(text).find());
    }
}
