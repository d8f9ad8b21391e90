package org.fazhi.harvest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

    private static final PlaceNames NAMES = PlaceNames.of(RegionCodes.load().all());

    @ParameterizedTest
    @CsvSource({
        "云南省人民政府, 云南省",
        "江苏省南京市鼓楼区教育局, 江苏省南京市鼓楼区",
        "山东省郯城县司法局, 山东省郯城县",
        // 西安 has a 新城区, which is not the 新城区 of 南京.
        "南京市新城区管委会, 南京市",
        "积石山保安族东乡族撒拉族自治县司法局, 积石山保安族东乡族撒拉族自治县"
    })
    void readsTheLongestPlaceAndThoseInIt(String name, String place) {
        assertThat(NAMES.leading(name).map(found -> name.substring(0, found.end())))
                .contains(place);
    }

    @Test
    void settlesAnAmbiguousNameByTheOneBeforeIt() {
        assertThat(NAMES.leading("鼓楼区教育局").orElseThrow().regions().stream()
                        .map(Region::code)
                        .distinct())
                .hasSizeGreaterThan(3);
        assertThat(NAMES.leading("开封市鼓楼区教育局").orElseThrow().regions().stream()
                        .map(Region::code)
                        .distinct())
                .containsExactly("410204");
    }

    @ParameterizedTest
    @CsvSource({
        "370123, 370113, true, true",
        "371322, 371322, true, true",
        // 崇安区, 南长区 and 北塘区 became 梁溪区: related, and not the same.
        "320202, 320213, false, true",
        // 崇文区 went into 东城区, which stood before.
        "110103, 110101, false, true",
        "371322, 371321, false, false"
    })
    void tellsARenamedRegionFromAMergedOne(String one, String other, boolean isSame, boolean isRelated) {
        assertThat(NAMES.isSame(one, other)).isEqualTo(isSame);
        assertThat(NAMES.isSame(other, one)).isEqualTo(isSame);
        assertThat(NAMES.isRelated(one, other)).isEqualTo(isRelated);
        assertThat(NAMES.isRelated(other, one)).isEqualTo(isRelated);
    }

    @Test
    void callsARegionByItsLastName() {
        assertThat(NAMES.name("371324")).contains("兰陵县");
        assertThat(NAMES.name("990101")).isEmpty();
    }

    @Test
    void foldsBlanksAndFullWidthForms() {
        assertThat(PlaceNames.plain("云溪县\u3000司法局（\u200b本级）\n")).isEqualTo("云溪县司法局(本级)");
    }
}
