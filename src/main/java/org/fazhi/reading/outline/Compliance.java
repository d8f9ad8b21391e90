package org.fazhi.reading.outline;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which of the parts that 厅字〔2019〕28号 (法治政府建设与责任落实督察工作规定) art. 25 asks of a yearly report are in
 * it. A part may have a chapter of its own or stand as a paragraph in another.
 */
public final class Compliance {

    /**
     * What a chapter of the leadership role is headed that is the prescribed one: it tells of persons. 加强党的领导 and
     * 加强组织领导 tell how the party or the government leads the work.
     */
    private static final Pattern OF_PERSONS = Pattern.compile("责任人|负责人|负责同志|主要领导|领导干部|述法");

    private static final Pattern LEADERSHIP =
            Pattern.compile("(?<!安全生产|消防安全)第一责任人|主要负责人[^。]{0,20}(?:履行|述法)|(?:党委|党组|政府)主要领导[^。]{0,30}(?:亲自|带头)");

    private static final Pattern ACHIEVEMENTS = Pattern.compile("成效|开展|完成|推进");

    private static final Pattern PROBLEMS = Pattern.compile("(?:存在|还有)[^。]{0,20}(?:问题|不足|短板|差距|薄弱|弱项)");

    private static final Pattern PLAN = Pattern.compile("下一步|下一阶段|下一年|明年|今后[^。]{0,10}(?:工作|将)");

    private static final Pattern OTHER = Pattern.compile("其[他它](?:需要|应当)?(?:报告|说明)的?(?:情况|事项)");

    private Compliance() {}

    /** Each prescribed part, in the order of {@link Role}, with whether the report has it. */
    public static Map<Role, Boolean> parts(Outline outline) {
        Map<Role, Boolean> parts = new EnumMap<>(Role.class);
        String body = outline.body().of(outline.text());
        for (Role role : Role.values()) {
            boolean hasChapter = outline.sections().stream()
                    .filter(section -> section.role() == role)
                    .anyMatch(section -> role != Role.LEADERSHIP
                            || OF_PERSONS.matcher(section.heading()).find());
            parts.put(role, hasChapter || inText(role).matcher(body).find());
        }
        return parts;
    }

    private static Pattern inText(Role role) {
        return switch (role) {
            case LEADERSHIP -> LEADERSHIP;
            case ACHIEVEMENTS -> ACHIEVEMENTS;
            case PROBLEMS -> PROBLEMS;
            case PLAN -> PLAN;
            case OTHER -> OTHER;
        };
    }
}
