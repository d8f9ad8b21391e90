package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Of which stretch of time, and of whose, a number speaks. What is of a part of the year, of several years, of another
 * body's scope or only intended must not pass for the body's number of the year.
 */
class PeriodAndScopeTest {

    private static final String FILL = "一年来，全县坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    /** Raw text, tense, month and code of each figure; what is actual, of the whole year or without code is left out. */
    private String told(String title, String body) {
        return told(title, body, "");
    }

    private String told(String title, String body, String signature) {
        String page = title + "\n" + FILL.repeat(3) + "\n一、主要工作\n" + body + "\n二、存在问题\n" + FILL + signature;
        return told(PageInput.alone(URI.create("file:///period.txt"), page, false));
    }

    private String told(PageInput page) {
        Reading.Read read = (Reading.Read) reader.read(page);
        return read.facts().figures().stream().map(PeriodAndScopeTest::told).collect(Collectors.joining("; "));
    }

    private static String told(DocumentFacts.FigureFact figure) {
        return figure.raw()
                + (figure.tense().equals("actual") ? "" : " " + figure.tense())
                + figure.asOf().map(month -> " " + month).orElse("")
                + figure.code().map(code -> " " + code.replaceAll(".*\\.", "")).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "年初至10月底，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "年初到10月，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "今年前11个月，受理行政复议案件120件。 | 120件 2024-11 accepted",
                "前十个月受理行政复议案件120件。 | 120件 2024-10 accepted",
                "截至三季度末，受理行政复议案件120件。 | 120件 2024-09 accepted",
                "截至第三季度，受理行政复议案件120件。 | 120件 2024-09 accepted",
                "截至二季度末，受理行政复议案件120件。 | 120件 2024-06 accepted",
                "至三季度末，共受理行政复议案件120件。 | 120件 2024-09 accepted",
                "前三季度，受理行政复议案件120件。 | 120件 2024-09 accepted",
                "前两个季度受理行政复议案件120件。 | 120件 2024-06 accepted",
                "截至10月，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "截止到今年10月31日，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "1月至10月，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "1-10月，受理行政复议案件120件；全年举办普法讲座30场。 | 120件 2024-10 accepted; 30场 events",
                "上半年，受理行政复议案件120件。 | 120件 2024-06 accepted",
                "半年来，受理行政复议案件120件。 | 120件 2024-06 accepted",
                "近半年来，受理行政复议案件120件。 | 120件 2024-06 accepted",
                "下半年，受理行政复议案件60件。 | 60件",
                "第四季度，受理行政复议案件30件。 | 30件",
                "四季度受理行政复议案件30件，全年受理120件。 | 30件; 120件 accepted",
                "12月份，受理行政复议案件12件。 | 12件",
                "12月当月受理行政复议案件12件。 | 12件",
                "6月份，组织普法讲座8场；7月份，组织法治文艺演出5场。 | 8场; 5场",
                "7至9月，受理行政复议案件31件。 | 31件",
                "12月，受理行政复议案件12件。 | 12件",
                "12月中旬召开会议后，全年受理行政复议案件120件。 | 120件 accepted",
                "12月30日，受理行政复议案件12件。 | 12件 accepted",
                "下半年举办执法资格考试，320人参加考试，310人合格。 | 320人 exam_entrants; 310人 exam_passes",
                "9月份，从8个部门抽取案卷评查110卷。 | 8个; 110卷 files_reviewed",
                "一季度受理行政复议案件20件，二季度受理25件。 | 20件 2024-03 accepted; 25件",
                "近三年，共受理行政复议案件300件。 | 300件 cumulative accepted",
                "近三年共受理行政复议案件300件。 | 300件 cumulative accepted",
                "近3年来受理行政复议案件300件。 | 300件 cumulative accepted",
                "三年间受理行政复议案件300件。 | 300件 cumulative accepted",
                "过去五年共受理行政复议案件300件。 | 300件 cumulative accepted",
                "两年累计受理行政复议案件300件。 | 300件 cumulative accepted",
                "“十四五”期间受理行政复议案件300件。 | 300件 cumulative accepted",
                "本届政府任期内受理行政复议案件300件。 | 300件 cumulative accepted",
                "2021-2024年共受理行政复议案件300件。 | 300件 cumulative 2024-12 accepted",
                "2021年至2024年，受理行政复议案件300件。 | 300件 cumulative 2024-12 accepted",
                "2021—2024年，受理行政复议案件300件。 | 300件 cumulative 2024-12 accepted",
                "计划明年受理行政复议案件300件。 | 300件 plan",
                "明年计划培训执法人员300人次。 | 300人次 plan",
                "明年培训执法人员300人次。 | 300人次 plan",
                "力争2025年培训执法人员300人次。 | 300人次 plan",
                "力争到2025年底培训执法人员300人次。 | 300人次 plan",
                "2025年拟培训执法人员300人次。 | 300人次 plan",
                "全年共计划培训执法人员300人次。 | 300人次 plan",
                "确保明年培训执法人员300人次，普法讲座40场。 | 300人次 plan; 40场 plan",
                "受理行政复议案件1，079件。 | 1，079件 accepted",
                "发放普法资料1，079，300份。 | 1，079，300份 materials",
                "提前3个月完成执法培训20期。 | 3个月; 20期 training_sessions",
                "撤销3，审结行政复议案件150件。 | 150件 concluded",
                "截至2025年1月，受理行政复议案件120件。 | 120件 2025-01 accepted",
                "截至2025年1月统计，全年受理行政复议案件120件。 | 120件 accepted",
                "据截至2025年1月10日的统计，2024年全年受理行政复议案件120件。 | 120件 accepted",
                "全年累计受理行政复议案件120件。 | 120件 accepted",
                "2024年累计受理行政复议案件120件。 | 120件 accepted",
                "今年以来累计受理行政复议案件120件。 | 120件 accepted",
                "累计建成法治公园20个，全年受理行政复议案件120件。 | 20个 cumulative culture_sites; 120件 accepted",
                "自2019年以来全年无休，受理行政复议案件120件。 | 120件 cumulative accepted",
                "截至2024年底，累计受理行政复议案件120件。 | 120件 cumulative 2024-12 accepted",
                "一至九月，受理行政复议案件120件。 | 120件 2024-09 accepted",
                "元至十月，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "首月受理行政复议案件120件。 | 120件 2024-01 accepted",
                "11月末，受理行政复议案件120件。 | 120件 2024-11 accepted",
                "十一月底前，受理行政复议案件120件。 | 120件 2024-11 accepted",
                "2024年11月30日前，受理行政复议案件120件。 | 120件 2024-11 accepted",
                "国庆节前，受理行政复议案件120件。 | 120件 2024-09 accepted",
                "至2024年10月底，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "至11月中旬，受理行政复议案件120件。 | 120件 2024-11 accepted",
                "2024.01—2024.10，受理行政复议案件120件。 | 120件 2024-10 accepted",
                "5月份以来，受理行政复议案件120件。 | 120件",
                "自2024年5月起，受理行政复议案件120件。 | 120件",
                "去年10月至今年9月，受理行政复议案件120件。 | 120件 cumulative 2024-09 accepted",
                "2023年12月至2024年11月，受理行政复议案件120件。 | 120件 cumulative 2024-11 accepted",
                "2023至2024年度共受理行政复议案件120件。 | 120件 cumulative 2024-12 accepted",
                "三年共受理行政复议案件120件。 | 120件 cumulative accepted",
                "2022、2023、2024三年共受理行政复议案件120件。 | 120件 cumulative 2024-12 accepted",
                "连续5年共受理行政复议案件120件。 | 120件 cumulative accepted",
                "十年来，受理行政复议案件120件。 | 120件 cumulative accepted",
                "这五年，受理行政复议案件120件。 | 120件 cumulative accepted",
                "近年来，受理行政复议案件120件。 | 120件 cumulative accepted",
                "往年平均受理行政复议案件120件。 | 120件 cumulative",
                "换届以来，受理行政复议案件120件。 | 120件 cumulative accepted",
                "“十四五”开局以来，受理行政复议案件120件。 | 120件 cumulative accepted",
                "“八五”普法启动实施至今，受理行政复议案件120件。 | 120件 cumulative accepted",
                "建局以来，受理行政复议案件120件。 | 120件 cumulative accepted",
                "自成立起，受理行政复议案件120件。 | 120件 cumulative accepted",
                "民法典宣传月期间，受理行政复议案件120件。 | 120件",
                "全年受理行政复议案件120件，累计办理公证300件。 | 120件 accepted; 300件 cumulative cases",
            })
    void tellsWhichStretchOfTime(String body, String expected) {
        assertThat(told("云栖县人民政府2024年法治政府建设年度报告", body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云栖县人民政府2024年1-10月法治政府建设情况报告 | 120件 2024-10 accepted; 30场 2024-10 events",
                "云栖县人民政府2024年1至11月法治政府建设情况报告 | 120件 2024-11 accepted; 30场 2024-11 events",
                "云栖县人民政府2024年上半年法治政府建设情况报告 | 120件 2024-06 accepted; 30场 2024-06 events",
                "云栖县人民政府2024年前三季度法治政府建设情况报告 | 120件 2024-09 accepted; 30场 2024-09 events",
                "云栖县人民政府2024年度法治政府建设情况报告 | 120件 accepted; 30场 events",
            })
    void takesTheStretchOfTheTitle(String title, String expected) {
        assertThat(told(title, "受理行政复议案件120件。组织普法讲座30场。")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年11月18日 | 120件 2024-11 accepted; 30场 2024-11 events; 48件 2024-06 concluded",
                "2024年7月10日 | 120件 2024-07 accepted; 30场 2024-07 events; 48件 2024-06 concluded",
                "2024年12月19日 | 120件 2024-11 accepted; 30场 2024-11 events; 48件 2024-06 concluded",
                "2024年12月20日 | 120件 accepted; 30场 events; 48件 2024-06 concluded",
                "2025年1月10日 | 120件 accepted; 30场 events; 48件 2024-06 concluded",
                "2023年12月1日 | 120件 accepted; 30场 events; 48件 2024-06 concluded",
            })
    void isOfAPartOfTheYearWhereItIsWrittenBeforeTheYearEnded(String written, String expected) {
        assertThat(told(
                        "云栖县人民政府2024年法治政府建设年度报告",
                        "截至目前，受理行政复议案件120件。全年组织普法讲座30场。上半年，审结行政复议案件48件。2023年受理行政复议案件95件。",
                        "\n云栖县人民政府\n" + written))
                .isEqualTo(expected + "; 95件");
    }

    @Test
    void isOfAPartOfTheYearWhereItIsPublishedBeforeTheYearEnded() {
        String page = "云栖县人民政府2024年法治政府建设年度报告\n" + FILL.repeat(3) + "\n一、主要工作\n受理行政复议案件120件。\n二、存在问题\n" + FILL;
        PageInput input = PageInput.alone(URI.create("file:///period.txt"), page, false)
                .listedOn(Optional.of(LocalDate.of(2024, 7, 10)));
        assertThat(told(input)).isEqualTo("120件 2024-07 accepted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云栖县人民政府2021-2025年法治政府建设工作总结 | 120件 cumulative accepted",
                "云栖县人民政府2022、2023年度法治政府建设情况报告 | 120件 cumulative accepted",
                "云栖县人民政府2022年、2023年、2024年法治政府建设情况报告 | 120件 cumulative accepted",
                "云栖县人民政府法治政府建设工作总结（2021—2025年） | 120件 cumulative accepted",
                "云栖县人民政府2024年贯彻落实法治政府建设（2021-2025年）部署情况报告 | 120件 accepted",
                "云栖县人民政府2024年贯彻落实《法治社会纲要（2020-2025年）》报告 | 120件 accepted",
                "云栖县人民政府贯彻落实《法治社会纲要（2020-2025年）》报告 | 120件 accepted",
                "云栖县人民政府贯彻落实实施纲要（2021-2025年）情况报告 | 120件 accepted",
                "云栖县人民政府2024年半年法治政府建设工作总结 | 120件 2024-06 accepted",
            })
    void takesTheYearsOfTheTitle(String title, String expected) {
        assertThat(told(title, "受理行政复议案件120件。")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云栖县人民政府 | 全省受理行政复议案件9000件，我县受理120件。 | 9000件; 120件 accepted",
                "云栖县人民政府 | 全市受理行政复议案件900件。 | 900件",
                "云栖县人民政府 | 2024年，全市共受理行政复议案件900件，其中我县受理120件。 | 900件; 120件 accepted",
                "云栖县人民政府 | 全国法院受理一审行政诉讼案件28万件。 | 28万件",
                "云栖县人民政府 | 全县受理行政复议案件120件。 | 120件 accepted",
                "云栖县人民政府 | 在全市率先推行简易程序，受理行政复议案件120件。 | 120件 accepted",
                "云栖县人民政府 | 全市首个示范机构受理行政复议案件120件。 | 120件 accepted",
                "云栖县人民政府 | 位居全市第一，受理行政复议案件120件。 | 120件 accepted",
                "云栖县人民政府 | 全市法院受理以县政府为被告的行政诉讼案件12件。 | 12件 cases",
                "云栖县人民政府 | 承接全省法治督察，反馈问题12个。 | 12个 problems_found",
                "云栖县人民政府 | 全市共审结行政复议案件900件，办结率98%，全县审结120件。 | 900件; 98%; 120件 concluded",
                "云栖县人民政府 | 全市9个县区中考核排名第2，受理行政复议案件120件。 | 9个; 120件 accepted",
                "云栖市水利局 | 全国水利法治宣传月期间，全国土地日普法活动6场，全国民主法治示范村2个。 | 6场 events; 2个 demo_villages_national",
                "云栖市人民政府 | 全市受理行政复议案件120件。 | 120件 accepted",
                "云栖市人民政府 | 全省受理行政复议案件9000件。 | 9000件",
                "云栖县公安局 | 全市公安机关办理行政案件900件，我局办理行政案件120件。 | 900件; 120件 cases",
                "云栖县公安局 | 全县公安机关办理行政案件120件。 | 120件 cases",
                "白河镇人民政府 | 全县调解矛盾纠纷900件，我镇调解120件。 | 900件; 120件 disputes",
                "白河镇人民政府 | 全镇调解矛盾纠纷120件。 | 120件 disputes",
                "云栖区人民政府 | 全区受理行政复议案件120件。 | 120件 accepted",
            })
    void tellsWhoseScope(String issuer, String body, String expected) {
        assertThat(told(issuer + "2024年法治政府建设年度报告", body)).isEqualTo(expected);
    }
}
