package org.fazhi.harvest.discovery;

import java.util.OptionalInt;
import org.fazhi.text.ExplainedWord;

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

    /** Why a link is rejected; each with what it means and what to do about it, which {@code warehouse/CATALOG.md} prints. */
    enum Reason implements ExplainedWord {
        TOO_LONG(
                "The address has more characters than are asked for, or its host than a name may have.",
                "Look at the row; where a report stands behind it, name a shorter address under documents:."),
        UNTITLED(
                "The listing names no title, as sitemaps may.",
                "Name the listing that shows titles, or the address under documents:."),
        TITLE_PATTERN(
                "The title does not match the source's pattern (title:).",
                "Nothing; where it is a report, let title: match it."),
        INFORMATION_DISCLOSURE("By its title it is the sibling report (政府信息公开工作年度报告).", "Nothing."),
        PLAN("By its title it says what shall be done (要点, 计划, 方案, 规划).", "Nothing."),
        DRAFT("By its title it was not adopted yet (征求意见稿, 送审稿).", "Nothing; the adopted report is another row."),
        INTERPRETATION("By its title it is about a document (政策解读, 图解).", "Nothing."),
        DEMONSTRATION("By its title it is of a demonstration (示范创建) and what is reported of it.", "Nothing."),
        NOTICE(
                "By its title it is a notice or letter (通知, 通报, 公告).",
                "Nothing; a notice that hands the report on is one of the names in doubtful_titles.yml."),
        NEWS("By its title it tells of a meeting, training or visit.", "Nothing."),
        EVALUATION("By its title it assesses others (考核, 督察, 评估).", "Nothing."),
        REVIEW("By its title it is a deliberation, a survey or an answer to a proposal.", "Nothing."),
        PERSONAL("By its title it is a person's report (述职述法, 第一责任人职责).", "Nothing."),
        PART_YEAR("By its title it covers a half year or a quarter.", "Nothing."),
        MODEL_ESSAY("By its title it is a model with masks for names and years (范文).", "Nothing."),
        BEFORE_SINCE(
                "Its report year, or else the date of its row, lies before the first year wanted (since:).",
                "Nothing; where it is wanted, name an earlier since."),
        OTHER_COLUMN("The server answered with rows of all columns, and its address names another.", "Nothing."),
        SHARED_ADDRESS(
                "It leads where a row of another year does, or to the listing itself; the address is asked once, for one of them.",
                "Open the listing in a browser; name the address of each year under documents:."),
        OTHER_HOST(
                "It leads to a registrable domain that the source does not name.",
                "Nothing; where the body publishes there, name the address under documents:, or a listing of that site.");

        private final String meaning;
        private final String remedy;

        Reason(String meaning, String remedy) {
            this.meaning = meaning;
            this.remedy = remedy;
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public String remedy() {
            return remedy;
        }
    }
}
