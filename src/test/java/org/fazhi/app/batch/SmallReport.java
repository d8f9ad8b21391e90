package org.fazhi.app.batch;

/** A short report of a fictional county, as a page. */
public final class SmallReport {

    private SmallReport() {}

    public static String html(String county, int year, int cases) {
        return """
                <html><head><title>%1$s%2$d年度法治政府建设年度报告</title></head><body>
                <h1>%1$s%2$d年度法治政府建设年度报告</h1><p>发布时间：%3$d-01-20　来源：%1$s人民政府</p>
                <div class="content">
                <p>%2$d年，%1$s扎实推进法治政府建设各项工作，现将有关情况报告如下。</p>
                <p>一、主要工作和成效</p>
                <p>全年新收行政复议案件%4$d件，审结%4$d件，组织执法人员培训12场次，覆盖860人次。</p>
                <p>二、存在的问题</p>
                <p>基层执法力量还不够均衡，普法方式有待丰富。</p>
                <p>三、下一步打算</p>
                <p>来年将继续加强行政执法监督，健全工作机制。</p>
                <p style="text-align:right">%1$s人民政府</p><p style="text-align:right">%3$d年1月20日</p>
                </div></body></html>
                """.formatted(county, year, year + 1, cases);
    }
}
