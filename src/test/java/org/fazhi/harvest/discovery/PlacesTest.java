package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "http://www.qinghe.gov.cn/fzzf/index.html, https://QINGHE.gov.cn/fzzf/, true",
        "http://www.qinghe.gov.cn/fzzf/, http://www.qinghe.gov.cn/fzzf/list/1.html?p=1, true",
        "http://www.qinghe.gov.cn/fzzf, http://www.qinghe.gov.cn/fzzf/, true",
        "http://www.qinghe.gov.cn/fzzf/list.html, http://www.qinghe.gov.cn/fzzf/list.shtml, true",
        "http://www.qinghe.gov.cn/list.jsp?id=7, http://www.qinghe.gov.cn/list.jsp?s=1&id=7, true",
        "http://www.qinghe.gov.cn, http://www.qinghe.gov.cn/zwgk/1.html, true",
        "http://www.qinghe.gov.cn/fzzf/list.html, http://www.qinghe.gov.cn/fzzf/tzgg.html, false",
        "http://www.qinghe.gov.cn/fzzf/list.html, http://www.qinghe.gov.cn/fzzf/, false",
        "http://www.qinghe.gov.cn/fzzf/list.html, http://www.qinghe.gov.cn/fzzf/list.jsp, false",
        "http://www.qinghe.gov.cn/fzzf/index.html, http://www.qinghe.gov.cn/fzzf.html, false",
        "http://www.qinghe.gov.cn/fzzf/, http://www.qinghe.gov.cn/, false",
        "http://www.qinghe.gov.cn/fzzf/, http://sfj.qinghe.gov.cn/fzzf/, false",
        "http://www.qinghe.gov.cn/list.jsp?id=7, http://www.qinghe.gov.cn/list.jsp?id=8, false",
        "http://www.qinghe.gov.cn/fzzf/?page=2, http://www.qinghe.gov.cn/fzzf/, false",
        "http://www.qinghe.gov.cn/fzzf/index_2.html, http://www.qinghe.gov.cn/fzzf/index.html, false",
    })
    void tellsThePlaceThatWasAskedFromOthers(URI asked, URI reached, boolean isSame) {
        assertThat(Places.isSame(asked, reached)).isEqualTo(isSame);
    }
}
