package org.fazhi.harvest.discovery;

import java.util.Locale;
import java.util.OptionalInt;

/** Whether a listed link is fetched as a report. */
public sealed interface Verdict {

    /**
     * It is.
     *
     * @param reportYear the year the title names
     */
    record Taken(OptionalInt reportYear) implements Verdict {}

    /** It is not. */
    record Rejected(Reason reason) implements Verdict {}

    /** Why a link is rejected. */
    enum Reason {
        /** The address has more characters than are asked for, or its host than a name may have. */
        TOO_LONG,
        /** The listing names no title, as sitemaps may. */
        UNTITLED,
        /** The title does not match the source's pattern. */
        TITLE_PATTERN,
        /** 政府信息公开工作年度报告, the sibling report. */
        INFORMATION_DISCLOSURE,
        /** 工作安排, 要点, 计划, 方案, 规划: what shall be done. */
        PLAN,
        /** 征求意见稿, 送审稿: before it was adopted. */
        DRAFT,
        /** 政策解读, 图解, 一图读懂: about a document. */
        INTERPRETATION,
        /** 示范创建 and what is reported of it. */
        DEMONSTRATION,
        /** 通知, 通报, 公告 and letters. */
        NOTICE,
        /** Meetings, trainings, visits. */
        NEWS,
        /** 考核, 督察, 评估 of others. */
        EVALUATION,
        /** 审议意见, 调研报告, answers to proposals. */
        REVIEW,
        /** 述职述法, 第一责任人职责: a person's report. */
        PERSONAL,
        /** A half year or a quarter. */
        PART_YEAR,
        /** 范文 with masks for names and years. */
        MODEL_ESSAY,
        /** The report year, or else the row's date, lies before {@code since}. */
        BEFORE_SINCE,
        /** The server answered with rows of all columns, and this one's address names another. */
        OTHER_COLUMN,
        /** The row leads where a row of another year does, or to the listing itself; the address is asked once, for one of them. */
        SHARED_ADDRESS,
        /** The link leads to a registrable domain that the source does not name. */
        OTHER_HOST;

        /** The word in the state database and in listings: {@code before_since}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
