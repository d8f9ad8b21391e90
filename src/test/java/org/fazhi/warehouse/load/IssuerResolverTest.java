package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.PlaceNames;
import org.fazhi.harvest.source.Region;
import org.fazhi.harvest.source.Source;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which body a name means where its place is left out, borne by several regions, or told elsewhere. */
class IssuerResolverTest {

    private static final IssuerWords WORDS = IssuerWords.read(WarehouseFiles.of(Path.of("warehouse")));

    /** Two provinces have a 石桥县 each; 远山区 was 远山县 until 2016; 云屏 is autonomous. */
    private static final IssuerResolver RESOLVER = new IssuerResolver(
            PlaceNames.of(List.of(
                    region("990000", "青岚省", "province", "青岚省", 1981, OptionalInt.empty()),
                    region("990100", "云溪市", "prefecture", "青岚省", 1981, OptionalInt.empty()),
                    region("990101", "云溪县", "county", "青岚省", 1981, OptionalInt.empty()),
                    region("990102", "石桥县", "county", "青岚省", 1981, OptionalInt.of(2016)),
                    region("990105", "云屏青族岚族自治县", "county", "青岚省", 1981, OptionalInt.empty()),
                    region("980101", "石桥县", "county", "沧屿省", 2016, OptionalInt.empty()))),
            WORDS);

    private static Region region(String code, String name, String level, String province, int from, OptionalInt to) {
        return new Region(code, name, level, province, "", from, to, List.of());
    }

    private static Optional<String> code(String cell) {
        return Optional.ofNullable(cell);
    }

    private static String told(IssuingBody body) {
        return body.region().orElse("-") + " " + body.body() + " " + body.name();
    }

    private static Optional<Source> source(String publisher, String region) {
        return Optional.of(Reports.source("s", publisher, region, IssuerKind.BUREAU, 2020));
    }

    @ParameterizedTest
    @CsvSource({
        "云溪县司法局,   990101, 2024, 990101 司法局 云溪县司法局",
        "云溪县司法局,   990102, 2024, 990101 司法局 云溪县司法局",
        "云溪县司法局,         , 2024, 990101 司法局 云溪县司法局",
        "云溪县,         990101, 2024, 990101 云溪县 云溪县",
        "云溪县司法局,   990100, 2024, 990101 司法局 云溪县司法局",
        "石桥县司法局,   990102, 2024, 990102 司法局 石桥县司法局",
        "石桥县司法局,         , 2010, 990102 司法局 石桥县司法局",
        "石桥县司法局,         , 2024, 980101 司法局 石桥县司法局",
        "石桥县司法局,   990101, 2024, 980101 司法局 石桥县司法局",
        "石桥县司法局,   990101, 1970, 990102 司法局 石桥县司法局",
        "石桥县司法局,   970101, 1970, 970101 石桥县司法局 石桥县司法局",
        "云溪市北渡镇人民政府, 990101, 2024, 990101 北渡镇人民政府 云溪县北渡镇人民政府",
        "云溪市司法局,   990101, 2024, 990100 司法局 云溪市司法局",
        "云屏县,         990105, 2024, 990105 云屏县 云屏青族岚族自治县云屏县",
        "云屏县司法局,   990105, 2024, 990105 司法局 云屏青族岚族自治县司法局",
        "云屏市司法局,   990105, 2024, - 云屏市司法局 云屏市司法局",
        "云屏所司法局,   990105, 2024, 990105 云屏所司法局 云屏青族岚族自治县云屏所司法局",
        "云司法局,       990105, 2024, 990105 云司法局 云屏青族岚族自治县云司法局",
        "市司法局,       990100, 2024, 990100 司法局 云溪市司法局",
        "市司法局,       990101, 2024, 990101 市司法局 市司法局",
        "中共云溪县委全面依法治县委员会办公室, 990101, 2024, 990101 中共委全面依法治县委员会办公室 中共云溪县委全面依法治县委员会办公室",
        "中共云溪县委全面依法治县委员会办公室, , 2024, 990101 中共委全面依法治县委员会办公室 中共云溪县委全面依法治县委员会办公室",
        "云溪县委依法治县办, 990101, 2024, 990101 委依法治县委员会办公室 云溪县委依法治县委员会办公室",
        "本县,           990101, 2024, 990101 人民政府 云溪县人民政府",
        "本市,           990101, 2024, 990101 本市 本市",
        "司法局,               , 2024, - 司法局 司法局"
    })
    void settlesThePlace(String printed, String region, int year, String expected) {
        assertThat(told(RESOLVER.resolve(printed, code(region), year, "", Optional.empty())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "县司法局, 990100, 本页由云溪县司法局发布,         990101 司法局 云溪县司法局",
        "县司法局, 990100, 云溪县司法局与石桥县司法局,     990100 县司法局 县司法局",
        "县司法局, 990100, 云溪县司法局、云溪县司法局。,   990101 司法局 云溪县司法局",
        "司法局,         , 云溪县司法局,                   990101 司法局 云溪县司法局",
        "司法局,         , 司法局,                         - 司法局 司法局",
        "司法局,   990101, 石桥县司法局,                   990101 司法局 云溪县司法局"
    })
    void looksForThePlaceOnThePage(String printed, String region, String page, String expected) {
        assertThat(told(RESOLVER.resolve(printed, code(region), 2024, page, Optional.empty())))
                .isEqualTo(expected);
    }

    @Test
    void looksNoFurtherDownAPageThanAReportIsLong() {
        String name = "云溪县司法局";
        for (int before : new int[] {19_994, 19_995}) {
            String page = "。".repeat(before) + name;
            assertThat(RESOLVER.resolve("司法局", Optional.empty(), 2024, page, Optional.empty())
                            .region())
                    .isEqualTo(before == 19_994 ? Optional.of("990101") : Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "本局,     云溪县司法局, 990101, 990101, 990101 司法局 云溪县司法局",
        "我局,     云溪县司法局, 990101,       , 990101 司法局 云溪县司法局",
        "我局,     云溪县人民政府, 990101, 990101, 990101 我局 云溪县我局",
        "司法局,   云溪县司法局, 990101,       , 990101 司法局 云溪县司法局",
        "司法局,   云溪县司法局, 990101, 990102, 990102 司法局 石桥县司法局",
        "县司法局, 云溪县司法局, 990101,       , 990101 司法局 云溪县司法局",
        "司法局,   青山县司法局, 990101,       , 990101 青山县司法局 云溪县青山县司法局",
        "司法局,   青山司法局,   990101,       , - 司法局 司法局",
        "司法局,   司法局,       990101,       , - 司法局 司法局",
        "司法局,   教育局,       990101,       , - 司法局 司法局",
        "委员会,   中共云溪县委员会, 990101,   , - 委员会 委员会"
    })
    void takesTheSourcesPublisher(String printed, String publisher, String at, String region, String expected) {
        assertThat(told(RESOLVER.resolve(printed, code(region), 2024, "", source(publisher, at))))
                .isEqualTo(expected);
    }

    /** 云溪 may be 云溪市 or 云溪县, which lies in it; 石桥 is one alone near its own region. */
    @ParameterizedTest
    @CsvSource({
        "石桥气象局,             990102, 990102 气象局 石桥县气象局",
        "石桥气象局,             990000, 990102 气象局 石桥县气象局",
        "石桥气象局,             990101, 990101 石桥气象局 云溪县石桥气象局",
        "石桥气象局,             970101, 970101 石桥气象局 石桥气象局",
        "石桥社会保障局,         990102, 990102 社会保障局 石桥县社会保障局",
        "石桥社区服务局,         990102, 990102 石桥社区服务局 石桥县石桥社区服务局",
        "石桥乡村振兴局,         990102, 990102 乡村振兴局 石桥县乡村振兴局",
        "石桥乡财政局,           990102, 990102 石桥乡财政局 石桥县石桥乡财政局",
        "石桥经济开发区管理委员会, 990102, 990102 石桥经济开发区管理委员会 石桥县石桥经济开发区管理委员会",
        "石桥县气象局,           990102, 990102 气象局 石桥县气象局",
        "云溪气象局,             990101, - 云溪气象局 云溪气象局",
        "云溪气象局,             990100, - 云溪气象局 云溪气象局",
        "云溪市公安局石桥分局,   990102, 990102 公安局 石桥县公安局",
        "云溪市公安局石桥县分局, 990102, 990102 公安局 石桥县公安局",
        "市公安局石桥分局,       990102, 990102 公安局 石桥县公安局",
        "市公安石桥分局,         990102, 990102 公安局 石桥县公安局",
        "市公安局石桥分局,       990100, 990102 公安局 石桥县公安局",
        "云溪市市场监督管理局石桥分局, 990102, 990102 市场监督管理局 石桥县市场监督管理局",
        "市市场监督管理局石桥分局, 990102, 990102 市场监督管理局 石桥县市场监督管理局",
        "市场监督管理局石桥分局, 990102, 990102 市场监督管理局 石桥县市场监督管理局",
        "石桥县公安分局,         990102, 990102 公安局 石桥县公安局",
        "石桥公安分局,           990102, 990102 公安局 石桥县公安局",
        "石桥县公安局北渡分局,   990102, 990102 公安局北渡分局 石桥县公安局北渡分局",
        "公安局北渡分局,         990102, 990102 公安局北渡分局 石桥县公安局北渡分局",
        "市公安局北渡分局,       990102, - 市公安局北渡分局 市公安局北渡分局",
        "云溪市公安局北渡分局,   990102, - 云溪市公安局北渡分局 云溪市公安局北渡分局",
        "云溪市公安局北渡分局,   990100, 990100 公安局北渡分局 云溪市公安局北渡分局",
        "市公安局云溪分局,       990101, 990101 公安局 云溪县公安局",
        "北渡分局,               990102, 990102 北渡分局 石桥县北渡分局",
        "分局,                   990102, 990102 分局 石桥县分局"
    })
    void knowsAPlaceWithoutItsLevelAndABranchInADistrict(String printed, String region, String expected) {
        assertThat(told(RESOLVER.resolve(printed, code(region), 2024, "", Optional.empty())))
                .isEqualTo(expected);
    }

    @Test
    void takesTheOperatorsWordWhereAPlaceWithoutItsLevelCouldBeTwo() {
        Optional<Source> written = source("云溪气象局", "990101");
        assertThat(told(RESOLVER.publisher(written.orElseThrow()))).isEqualTo("990101 云溪气象局 云溪县云溪气象局");
        assertThat(RESOLVER.resolve("云溪气象局", Optional.of("990101"), 2024, "", written))
                .isEqualTo(RESOLVER.publisher(written.orElseThrow()));
        Optional<Source> inFull = source("云溪县气象局", "990101");
        assertThat(told(RESOLVER.resolve("云溪气象局", Optional.of("990101"), 2024, "", inFull)))
                .isEqualTo("990101 气象局 云溪县气象局");
        assertThat(told(RESOLVER.resolve("云溪气象局", Optional.of("990100"), 2024, "", inFull)))
                .isEqualTo("- 云溪气象局 云溪气象局");
        assertThat(told(RESOLVER.resolve("云溪水利局", Optional.of("990101"), 2024, "", inFull)))
                .isEqualTo("- 云溪水利局 云溪水利局");
    }

    @ParameterizedTest
    @CsvSource({
        "松岭县司法局,         990101, 松岭县",
        "云溪市松岭县司法局,   990101, 松岭县",
        "中共松岭县委员会,     990101, 松岭县",
        "云溪县司法局,         990101,",
        "司法局,               990101,",
        "云溪司法局,           990101,",
        "云屏县司法局,         990105,",
        "云溪县委云溪县人民政府, 990101,"
    })
    void tellsThePlaceThatNoTableHas(String publisher, String region, String place) {
        assertThat(RESOLVER.unknownPlace(source(publisher, region).orElseThrow()))
                .isEqualTo(Optional.ofNullable(place));
    }

    @ParameterizedTest
    @CsvSource({
        "中共云溪县委 云溪县人民政府,                     党委和人民政府",
        "中共云溪县委员会 县人民政府,                     党委和人民政府",
        "云溪县北渡镇党委 北渡镇人民政府,                 北渡镇党委北渡镇人民政府",
        "中共云溪县北渡镇党委和北渡镇人民政府,            北渡镇党委和人民政府",
        "中共云溪县北渡镇党委和南渡镇人民政府,            中共北渡镇党委和南渡镇人民政府",
        "中共云溪县委,                                    中共委"
    })
    void knowsPartyAndGovernmentTogether(String printed, String body) {
        assertThat(RESOLVER.resolve(printed, Optional.of("990101"), 2024, "", Optional.empty())
                        .body())
                .isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({"县司法局, true", "旗司法局, true", "市场监督管理局, false", "县委, false", "县教育, true", "司法局, false", "省厅局, true"})
    void knowsALevelAtTheStartOfAName(String name, boolean isLevel) {
        assertThat(WORDS.beginsWithLevel(name)).isEqualTo(isLevel);
    }

    @Test
    void takesTheLongestShortName() {
        IssuerWords words = IssuerWords.of("""
                functions:
                  - {function: law, words: [司法, 法治], example: 司法局, counter_example: 教育局}
                  - {function: people, words: [民政, 府民], example: 民政局, counter_example: 人民政府}
                names:
                  - {short: 办, full: 办公室, example: 府办}
                  - {short: 府办, full: 政府办公室, example: 府办}
                not_levels: [市场]
                not_places:
                  - {word: 城市, example: 城市管理局}
                bare_places:
                  - {ending: 局, example: 松岭教育局, counter_example: 松岭镇教育局}
                branches:
                  - {branch: 分局, whole: 局, example: 市公安局松岭分局, counter_example: 市公安局北渡分局}
                parts:
                  - {ending: 派出所, example: 市公安局北渡派出所, counter_example: 市公安局}
                """);
        assertThat(words.function("司法派出所")).isEmpty();
        assertThat(words.full("县府办")).isEqualTo("县政府办公室");
        assertThat(words.full("县办")).isEqualTo("县办公室");
        assertThat(words.full("县办公室")).isEqualTo("县办公室");
        assertThat(words.function("法治司法局")).contains("law");
        assertThat(words.function("人民政府民生局")).isEmpty();
        assertThat(words.function("县民政与司法局")).contains("people");
        assertThat(words.function("县司法与民政局")).contains("law");
        assertThat(words.beginsWithLevel("市场监管局")).isFalse();
        assertThat(words.beginsWithLevel("市容监管局")).isTrue();
    }
}
