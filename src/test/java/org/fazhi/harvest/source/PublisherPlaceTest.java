package org.fazhi.harvest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherPlaceTest {

    private static final PublisherPlace LISTED = PublisherPlace.listed();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    郯城县司法局             | 371321 | 郯城县 (371322, 372822)
                    郑州市司法局             | 410105 | 郑州市 (410100)
                    金水区司法局             | 410100 | 金水区 (410105)
                    云南省人民政府           | 520000 | 云南省 (530000)
                    中共惠安县委 惠安县人民政府 | 350524 | 惠安县 (350521, 352421)
                    鼓楼区教育局             | 110101 | 鼓楼区 (320106, 320302, 350102, 410204)
                    南京市鼓楼区教育局        | 350102 | 鼓楼区 (320106)
                    郑州市住房和城乡建设局     | 410105 | 郑州市 (410100)
                    徐闻县下洋镇人民政府      | 440882 | 徐闻县 (440825, 442931)
                    徐　闻县司法局           | 440882 | 徐闻县 (440825, 442931)
                    栖川县司法局             | 991102 | 栖川县 (991121)
                    岚陵省人民政府           | 992000 | 岚陵省 (991000)
                    郯城县司法局             | 991102 | 郯城县 (371322, 372822)
                    """)
    void isAnotherThanTheCodesWhereBothAreCertain(String publisher, String code, String expected) {
        assertThat(LISTED.expected(publisher, code)).contains("a code of " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "郯城县司法局, 371322",
        // The county lay in another prefecture, under another code, until 1994.
        "郯城县司法局, 372822",
        // 长清县 became 长清区.
        "长清县司法局, 370113",
        "长清区司法局, 370123",
        // One of three that became 梁溪区.
        "崇安区司法局, 320213",
        // Several regions bear the name.
        "鼓楼区教育局, 350102",
        "鼓楼区教育局, 320106",
        "南京市鼓楼区教育局, 320106",
        "重庆市长寿区司法局, 500115",
        "徐闻县下洋镇人民政府, 440825",
        // A zone may lie in a district, and a branch serves one.
        "郑州市高新区管理委员会, 410102",
        "郑州市公安局金水分局, 410105",
        "栖川县司法局, 991121",
        // No place, an abbreviation, a common word, a place no table holds, a code no table holds.
        "司法局, 371322",
        "中共金平县委 金平县人民政府, 532530",
        "城区教育局, 371322",
        "清禾县司法局, 991121",
        "郯城县司法局, 999999"
    })
    void passesWhereTheyAgreeOrAreNotCertain(String publisher, String code) {
        assertThat(LISTED.expected(publisher, code)).isEmpty();
    }

    @Test
    void listsNoMoreCodesThanAMessageHolds() {
        List<Region> regions = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> new Region("99010" + i, "云溪县", "county", "省", "", 1981, OptionalInt.empty(), List.of()))
                .toList();
        PlaceNames names = PlaceNames.of(java.util.stream.Stream.concat(
                        regions.stream(),
                        java.util.stream.Stream.of(
                                new Region("990200", "白鹭县", "county", "省", "", 1981, OptionalInt.empty(), List.of())))
                .toList());
        assertThat(new PublisherPlace(names).expected("云溪县司法局", "990200"))
                .contains("a code of 云溪县 (990100, 990101, 990102, 990103, 990104, 990105, 990106, 990107, …)");
    }

    @Test
    void agreesWithEverySourceOfTheJobsFolder() {
        for (String folder : List.of("jobs/cn", "jobs/sample")) {
            assertThat(SourceRegistry.read(Path.of(folder)).sources()).isNotEmpty();
        }
    }
}
