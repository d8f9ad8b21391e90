package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fazhi.harvest.source.PlaceNames;
import org.fazhi.harvest.source.Region;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@code warehouse/knowledge/issuer_functions.yml}, each on the names that it gives itself. */
class IssuerWordsTest {

    private static final IssuerWords WORDS = IssuerWords.read(WarehouseFiles.of(Path.of("warehouse")));

    private static final IssuerResolver RESOLVER =
            new IssuerResolver(PlaceNames.of(List.of(region("990101", "云溪县"), region("990100", "云溪市"))), WORDS);

    private static Region region(String code, String name) {
        return new Region(code, name, "county", "青岚省", "", 1981, java.util.OptionalInt.empty(), List.of());
    }

    static Stream<IssuerWords.Function> functions() {
        return WORDS.functions().stream();
    }

    static Stream<IssuerWords.ShortName> shortNames() {
        return WORDS.shortNames().stream();
    }

    static Stream<IssuerWords.NotPlace> notPlaces() {
        return WORDS.notPlaces().stream();
    }

    private static IssuingBody body(String name) {
        return RESOLVER.resolve(name, Optional.of("990101"), 2024, "", Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void givesAFunctionToItsExampleAndNotToItsCounterExample(IssuerWords.Function rule) {
        assertThat(body(rule.example()).function()).isEqualTo(rule.function());
        assertThat(body(rule.counterExample()).function()).isNotEqualTo(rule.function());
    }

    @ParameterizedTest
    @MethodSource("shortNames")
    void knowsAShortNameForTheWholeOne(IssuerWords.ShortName rule) {
        assertThat(rule.example()).endsWith(rule.shorter());
        assertThat(body(rule.example()).body()).endsWith(rule.full());
        String whole = rule.example()
                        .substring(0, rule.example().length() - rule.shorter().length())
                + rule.full();
        assertThat(body(whole)).isEqualTo(body(rule.example()));
    }

    @ParameterizedTest
    @MethodSource("notPlaces")
    void takesAWordThatEndsLikeAPlaceForNone(IssuerWords.NotPlace rule) {
        assertThat(rule.example()).contains(rule.word());
        assertThat(WORDS.leadingPlace(rule.example())).isEmpty();
        String without = WarehouseFiles.of(Path.of("warehouse"))
                .text(IssuerWords.FILE)
                .replace("- {word: " + rule.word() + ",", "- {word: 无此区,");
        assertThat(IssuerWords.of(without).leadingPlace(rule.example()))
                .as("a place, were it not for the word")
                .isPresent();
    }

    /** 松岭县 lies in 云溪市. */
    private static final IssuerResolver SONGLING = new IssuerResolver(
            PlaceNames.of(List.of(
                    new Region(
                            "990100", "云溪市", "prefecture", "青岚省", "", 1981, java.util.OptionalInt.empty(), List.of()),
                    region("990103", "松岭县"))),
            WORDS);

    static Stream<IssuerWords.Ending> parts() {
        return WORDS.parts().stream();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void knowsNoFunctionOfAUnitWithinABody(IssuerWords.Ending rule) {
        assertThat(rule.example()).endsWith(rule.ending());
        assertThat(WORDS.function(rule.example())).isEmpty();
        assertThat(WORDS.function(rule.example().replace(rule.ending(), ""))).isPresent();
        assertThat(rule.counterExample()).doesNotEndWith(rule.ending());
        assertThat(WORDS.function(rule.counterExample())).isPresent();
    }

    static Stream<IssuerWords.Ending> barePlaces() {
        return WORDS.barePlaces().stream();
    }

    static Stream<IssuerWords.Branch> branches() {
        return WORDS.branches().stream();
    }

    private static IssuingBody ofSongling(String name) {
        return SONGLING.resolve(name, Optional.of("990103"), 2024, "", Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("barePlaces")
    void knowsABodyBehindAPlaceWithoutItsLevel(IssuerWords.Ending rule) {
        assertThat(rule.example()).startsWith("松岭").endsWith(rule.ending());
        assertThat(ofSongling(rule.example()))
                .isEqualTo(ofSongling(rule.example().replace("松岭", "松岭县")));
        assertThat(ofSongling(rule.counterExample()).body())
                .isNotEqualTo(
                        ofSongling(rule.counterExample().replace("松岭", "松岭县")).body());
    }

    @ParameterizedTest
    @MethodSource("branches")
    void knowsTheBranchInADistrictForTheDistrictsBody(IssuerWords.Branch rule) {
        assertThat(rule.example()).endsWith(rule.branch());
        IssuingBody body = ofSongling(rule.example());
        assertThat(body.region()).contains("990103");
        assertThat(body.body()).endsWith(rule.whole());
        assertThat(ofSongling(rule.counterExample()).region()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "松岭县司法局, 松岭县",
        "东湖区人民政府, 东湖区",
        "松岭市教育局, 松岭市",
        "阿兰左旗司法局, 阿兰左旗",
        "松岭自治州公安局, 松岭自治州",
        "松岭省公安厅, 松岭省",
        "松岭县北渡镇人民政府, 松岭县",
        "城市管理局,",
        "市场监督管理局,",
        "文化市场综合行政执法大队,",
        "民政区划地名办公室,",
        "大红旗镇人民政府,",
        "新集市街道办事处,",
        "县司法局,",
        "司法局,",
        "松岭县,"
    })
    void tellsAPlaceAtTheStartOfAName(String name, String place) {
        assertThat(WORDS.leadingPlace(name)).isEqualTo(Optional.ofNullable(place));
    }

    @Test
    void listsEachFunctionOnce() {
        Set<String> names = new HashSet<>();
        assertThat(WORDS.functions()).hasSizeGreaterThan(40).allMatch(rule -> names.add(rule.function()));
    }

    @ParameterizedTest
    @CsvSource({
        "市场监督管理局, market_regulation",
        "科学技术和工业信息化局, industry",
        "教育体育局, education",
        "北渡镇人民政府, general",
        "东门街道办事处, general",
        "人民武装部, other"
    })
    void takesTheLongestWordAndTheFirstOfTwoAsLong(String name, String function) {
        assertThat(body("云溪县" + name).function()).isEqualTo(function);
    }

    @ParameterizedTest
    @CsvSource({
        "云溪县司法局, 司法所",
        "云溪县教育局, 教育体育局",
        "体育局, 云溪县教育体育局",
        "云溪县人民政府, 人民政府办公室",
        "云溪县人民政府, 北渡镇人民政府",
        "云溪县司法局, 松坪县司法局",
        "云溪县司法局, 市司法局",
        "云溪县公安局, 公安局北渡分局",
        "中共云溪县委云溪县人民政府, 云溪县人民政府",
        "中共云溪县委云溪县人民政府, 中共云溪县委松坪县人民政府",
        "中共云溪县北渡镇委员会云溪县北渡镇人民政府, 中共云溪县委云溪县人民政府"
    })
    void neverMakesTwoBodiesOne(String one, String other) {
        assertThat(body(one).key()).isNotEqualTo(body(other).key());
    }

    @ParameterizedTest
    @CsvSource({
        "云溪县市场监督管理局, 市场监督管理局",
        "云溪县市场监督管理局, 县市场监管局",
        "云溪县司法局, 县司法局",
        "云溪县司法局, 云　溪县司法局",
        "云溪县（北渡）管委会, 云溪县(北渡)管理委员会",
        "云溪县人民政府, 我县",
        "云溪县人民政府, 云溪县政府",
        "中共云溪县北渡镇委员会 云溪县北渡镇人民政府, 中共云溪县北渡镇委北渡镇人民政府",
        "中共云溪县委 云溪县人民政府, 中国共产党云溪县委员会、云溪县人民政府"
    })
    void makesTheNamesOfOneBodyOne(String one, String other) {
        assertThat(body(other)).isEqualTo(body(one));
    }

    @Test
    void knowsAnAutonomousCountyByItsFirstCharacters() {
        IssuerResolver resolver = new IssuerResolver(PlaceNames.of(List.of(region("990105", "云屏青族岚族自治县"))), WORDS);
        assertThat(resolver.resolve("云屏县司法局", Optional.of("990105"), 2024, "", Optional.empty())
                        .name())
                .isEqualTo("云屏青族岚族自治县司法局");
        assertThat(resolver.resolve("云岭县司法局", Optional.of("990105"), 2024, "", Optional.empty())
                        .body())
                .isEqualTo("云岭县司法局");
    }

    /** A page without an issuer, of a source that is no longer listed. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksForNoNameOnNoPage() {
        for (String printed : List.of("", " ", "中共")) {
            assertThat(RESOLVER.resolve(printed, Optional.empty(), 0, "云溪县", Optional.empty())
                            .region())
                    .isEmpty();
        }
    }

    @Test
    void saysWhichLineOfTheFileIsWrong() {
        assertThatThrownBy(() -> IssuerWords.of("functions:\n  - {function: a, words: [司法], example: x, hint: y}\n"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith("warehouse/knowledge/issuer_functions.yml:2: hint: expected one of");
        assertThatThrownBy(() -> IssuerWords.of(
                        "functions:\n  - {function: a, words: [司法, 司法], example: x," + " counter_example: y}\n"))
                .hasMessageEndingWith(":2: words: expected each word once, got 司法 twice");
    }
}
