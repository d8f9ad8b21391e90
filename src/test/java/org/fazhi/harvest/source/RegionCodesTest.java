package org.fazhi.harvest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RegionCodesTest {

    private final RegionCodes codes = RegionCodes.load();

    @Test
    void holdsEveryRowOfTheTable() {
        assertThat(codes.all()).hasSize(6823);
    }

    @Test
    void readsTheFirstRowBehindTheByteOrderMark() {
        assertThat(codes.name("110000", 2020)).contains("北京市");
    }

    @Test
    void tellsWhatACodeMeantInAYear() {
        Region county = codes.at("371322", 2023).orElseThrow();

        assertThat(county.name()).isEqualTo("郯城县");
        assertThat(county.level()).isEqualTo("county");
        assertThat(county.province()).isEqualTo("山东省");
        assertThat(county.prefecture()).isEqualTo("临沂市");
        assertThat(county.validTo()).isEmpty();
        assertThat(codes.at("371322", 1990)).isEmpty();
    }

    @Test
    void endsACodeInTheYearOfItsChangeAndNamesWhatFollowed() {
        Region old = codes.at("140102", 1996).orElseThrow();

        assertThat(old.validTo()).isEqualTo(OptionalInt.of(1997));
        assertThat(old.successors()).extracting(Region.Successor::code).containsExactly("140105", "140106");
        assertThat(codes.at("140102", 1997)).isEmpty();
    }

    @Test
    void keepsTheYearOfASuccessorThatCameEarlier() {
        assertThat(codes.history("350102").get(0).successors())
                .containsExactly(new Region.Successor("350111", OptionalInt.of(1995)));
    }

    @Test
    void findsAllRegionsOfOneNameThoseInUseFirst() {
        assertThat(codes.named("石台县"))
                .extracting(Region::code)
                .startsWith("341722")
                .hasSize(4);
        assertThat(codes.named("鼓楼区")).extracting(Region::code).contains("320106", "320302", "350102", "410204");
    }

    @Test
    void namesTheProvinceOfACode() {
        assertThat(codes.provinceName("371322")).contains("山东省");
        assertThat(codes.provinceName("991121")).isEmpty();
    }

    @Test
    void takesFictionalCodesAndRefusesUnknownOnes() {
        assertThat(codes.contains("991121")).isTrue();
        assertThat(codes.contains("371322")).isTrue();
        assertThat(codes.contains("123456")).isFalse();
        assertThat(codes.contains("9911211")).isFalse();
        assertThat(codes.contains("")).isFalse();
    }
}
