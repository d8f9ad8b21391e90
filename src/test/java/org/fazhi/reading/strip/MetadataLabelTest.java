package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataLabelTest {

    private static String read(String line) {
        List<MetadataLabel.Found> found = MetadataLabel.in(line);
        return found.stream()
                .filter(MetadataLabel.Found::isDelimited)
                .map(label -> label.label().name() + "=" + label.value())
                .collect(Collectors.joining(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "索 引 号：9901/2023-1 | 索引号=9901/2023-1",
                "索　引　号:9901/2023-1 | 索引号=9901/2023-1",
                "• 备注/文号:云政文〔2023〕8号 | 备注/文号=云政文〔2023〕8号",
                "【发布机构】云溪县司法局【成文日期】2023-02-01 | 发布机构=云溪县司法局;成文日期=2023-02-01",
                "[ 文       号 ] [ 发布机构 ] 云溪县司法局 | 文号=;发布机构=云溪县司法局",
                "时间：2023-03-31 10:09浏览量： | 时间=2023-03-31 10:09;浏览量=",
                "来源: 丨 发布时间: 2018-05-17 丨 浏览次数: 2168 | 来源=;发布时间=2018-05-17;浏览次数=2168"
            })
    void readsLabelsWithTheirValues(String line, String expected) {
        assertThat(read(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"全年召开会议的时间：由各部门自定", "将发布机构和成文日期写清楚", "做到来源可查、去向可追：责任到人"})
    void leavesWordsInsideASentenceAlone(String line) {
        assertThat(read(line)).isEmpty();
    }
}
