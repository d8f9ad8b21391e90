package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "云政发〔2023〕8号",
                "云政发[2023]8号",
                "云政发【2023】8号",
                "云政发（2023）8号",
                "云政发(2023)第8号",
                "云政发﹝2023﹞8号",
                "云政发［２０２３］８号",
                "云政发〔2023〕 8 号   签发人：某某"
            })
    void readsEveryKindOfBrackets(String text) {
        assertThat(DocumentNumber.atStart(text)).contains("云政发〔2023〕8号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"云政发20238", "〔2023〕8号", "云政发〔23〕8号", "云政发〔2023〕号", "第8号"})
    void takesNothingElseForADocumentNumber(String text) {
        assertThat(DocumentNumber.find(text)).isEmpty();
    }
}
