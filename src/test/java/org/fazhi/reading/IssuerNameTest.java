package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerNameTest {

    @ParameterizedTest
    @CsvSource({
        "临江县人民政府关于2023年度法治政府建设情况的报告, 临江县人民政府",
        "临江县司法局2023年法治政府建设工作情况报告, 临江县司法局",
        "2023年度临江县市场监督管理局法治政府建设年度报告, 临江县市场监督管理局",
        "临江县柳河镇人民政府 2023 年法治政府建设年度报告, 临江县柳河镇人民政府",
        "中共临江县委 临江县人民政府关于2024年法治政府建设情况的报告, 中共临江县委临江县人民政府",
        "云川市教育局关于报送二〇二三年度依法行政工作总结的报告, 云川市教育局",
        "临江县东门街道办事处法治政府建设2022年度报告, 临江县东门街道办事处",
        "中共柏溪区委全面依法治区委员会办公室关于2024年法治政府建设情况的报告, 中共柏溪区委全面依法治区委员会办公室",
        "中共临江县委全面依法治县委员会2024年工作总结, 中共临江县委全面依法治县委员会",
        "云川市委全面依法治市委员会办公室2024年度报告, 云川市委全面依法治市委员会办公室",
        "柏溪区委依法治区办关于2024年度工作的报告, 柏溪区委依法治区办",
        "区委依法治区办2024年度工作报告, 区委依法治区办",
        "临江县人民政府全面推进依法治县工作报告, 临江县人民政府",
        "临江县司法局推进依法治县情况报告, 临江县司法局"
    })
    void standsBeforeWhatATitleReports(String title, String issuer) {
        assertThat(IssuerName.inTitle(title)).contains(issuer);
    }

    @ParameterizedTest
    @CsvSource({"2023年度法治政府建设年度报告", "法治政府建设情况报告", "关于2023年法治政府建设工作的报告"})
    void isAbsentFromATitleThatNamesNone(String title) {
        assertThat(IssuerName.inTitle(title)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "临江县2023年法治政府建设年度报告, 临江县人民政府",
        "2023年云川市临江区法治政府建设情况报告, 云川市临江区人民政府",
        "临江县柳河镇2022年度法治政府建设工作总结, 临江县柳河镇人民政府",
        "临江县东门街道2022年度法治政府建设工作总结, 临江县东门街道办事处",
        "云川高新区2024年法治政府建设年度报告, 云川高新区管理委员会",
        "浦东新区2024年法治政府建设年度报告, 浦东新区人民政府"
    })
    void isTheGovernmentOfThePlaceWhereATitleNamesOnlyThat(String title, String issuer) {
        assertThat(IssuerName.inTitle(title)).isEmpty();
        assertThat(IssuerName.ofPlaceInTitle(title)).contains(issuer);
    }

    @ParameterizedTest
    @CsvSource({"2023年度法治政府建设年度报告", "全县2023年法治政府建设情况报告", "临江县司法局2023年法治政府建设年度报告"})
    void isNoPlacesWhereATitleNamesNone(String title) {
        assertThat(IssuerName.ofPlaceInTitle(title)).isEmpty();
    }

    @Test
    void isFoundInTheOpening() {
        assertThat(IssuerName.inOpening("2023年，临江县司法局在县委、县政府的坚强领导下，扎实推进各项工作。")).contains("临江县司法局");
        assertThat(IssuerName.inOpening("2023年，在县委、县政府的坚强领导和市司法局的有力指导下，临江县司法局扎实推进各项工作。"))
                .contains("临江县司法局");
        assertThat(IssuerName.inOpening("2023年，在县委、县政府的坚强领导下，我局扎实推进各项工作。")).isEmpty();
        assertThat(IssuerName.inOpening("2024年，中共柏溪区委全面依法治区委员会办公室扎实推进各项工作。")).contains("中共柏溪区委全面依法治区委员会办公室");
        assertThat(IssuerName.inOpening("过去一年，中心城区发展格局持续优化，全县实现良好开局。")).isEmpty();
    }

    @Test
    void isLookedForAnywhereWhereNothingElseTells() {
        // Only a place of GB/T 2260 counts here, since any word may stand before 县 or 区.
        assertThat(IssuerName.anywhere("各位代表：过去一年，全县上下同心。会上惠安县人民政府作了报告。")).contains("惠安县人民政府");
        assertThat(IssuerName.anywhere("过去一年，成立区科技咨询委员会，设立市司法局联络站。")).isEmpty();
        assertThat(IssuerName.anywhere("过去一年，全县上下同心，各项工作取得新进展。")).isEmpty();
    }

    @Test
    void ofAnOfficeIsThatOfItsGovernment() {
        assertThat(IssuerName.ofPublisher("临江县人民政府办公室")).contains("临江县人民政府");
    }

    @ParameterizedTest
    @CsvSource({
        "临江县人民政府, GOVERNMENT",
        "临江县司法局, BUREAU",
        "临江县柳河镇人民政府, TOWNSHIP",
        "临江县东门街道办事处, TOWNSHIP",
        "中共临江县委临江县人民政府, PARTY_GOVERNMENT",
        "云川高新区管委会, GOVERNMENT",
        "云川市教育委员会, BUREAU",
        "中共柏溪区委全面依法治区委员会办公室, BUREAU",
        "柏溪区委依法治区办, BUREAU"
    })
    void saysWhatKindOfBodyItIs(String name, IssuerKind kind) {
        assertThat(IssuerName.kindOf(name)).isEqualTo(Optional.of(kind));
    }
}
