package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CiphersTest {

    @Test
    void ciphersAreLoadedForAnEncryptedPdfOnly() throws Exception {
        assertThat(Ciphers.areWanted(HostileFiles.ownerLockedPdf(128))).isTrue();
        assertThat(Ciphers.areWanted(Fixture.report("pdf"))).isFalse();
        assertThat(Ciphers.areWanted(Fixture.report("docx"))).isFalse();
        assertThat(Ciphers.areWanted(new byte[0])).isFalse();
    }
}
