package org.fazhi.reading.indicators;

import java.util.Locale;

/**
 * The nine tasks that 法治政府建设实施纲要（2021—2025年） sets, parts two to ten, in its order. Every indicator serves one.
 */
public enum Task {
    /** 政府机构职能体系. */
    FUNCTIONS,
    /** 依法行政制度体系. */
    INSTITUTIONS,
    /** 行政决策制度体系. */
    DECISIONS,
    /** 行政执法工作体系. */
    ENFORCEMENT,
    /** 突发事件应对体系. */
    EMERGENCY,
    /** 社会矛盾纠纷行政预防调处化解体系. */
    DISPUTES,
    /** 行政权力制约和监督体系. */
    OVERSIGHT,
    /** 法治政府建设科技保障体系. */
    TECHNOLOGY,
    /** 党对法治政府建设的领导. */
    LEADERSHIP;

    /** The word in YAML and SQL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
