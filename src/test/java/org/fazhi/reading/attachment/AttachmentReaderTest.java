package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.fazhi.reading.attachment.AttachmentResult.Refused;
import org.fazhi.reading.attachment.AttachmentResult.Text;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in real child processes. After each, no child and no temporary file may be left. */
class AttachmentReaderTest {

    private final List<Path> folders = new CopyOnWriteArrayList<>();

    @AfterEach
    void leavesNothingBehind() {
        assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(folder).doesNotExist());
        assertThat(ProcessHandle.current().descendants())
                .filteredOn(ProcessHandle::isAlive)
                .filteredOn(child -> folders.stream()
                        .anyMatch(
                                folder -> child.info().commandLine().orElse("").contains(folder.toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "pdf", "ofd"})
    void readsTheSameTextFromEveryFormat(String extension) {
        assertThat(text(Fixture.report(extension))).isEqualTo(text(Fixture.report("docx")));
    }

    @Test
    void keepsParagraphsWholeAndRowsInColumns() {
        assertThat(text(Fixture.report("pdf")).lines())
                .contains("临江县人民政府关于2025年度法治政府建设情况的报告", "（一）健全依法行政制度体系", "柳湾镇\t612件\t168件", "2026年1月20日")
                .anyMatch(line -> line.startsWith("全年收到行政复议申请141件") && line.endsWith("涉及金额2350万元。"))
                .hasSize(26);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void aPdfThatOnlyItsOwnerMayChangeIsRead(int bits) throws Exception {
        assertThat(text(HostileFiles.ownerLockedPdf(bits))).isEqualTo(text(Fixture.report("pdf")));
    }

    @Test
    void aHyphenOrSymbolOfWordPartsTheDigitsBesideIt() throws Exception {
        assertThat(text(HostileFiles.specialRuns()).lines()).contains("应诉8-9件，听证1□2次。");
    }

    @Test
    void whatASheetHidesIsNotRead() throws Exception {
        assertThat(text(HostileFiles.hiddenCells()).lines().toList())
                .endsWith("第0行第0列\t\t第0行第2列", "第2行第0列\t\t第2行第2列", "2025年1月15日");
        assertThat(text(HostileFiles.hiddenCells())).doesNotContain("第1行", "第1列");
    }

    @Test
    void numbersThatWordWritesItselfAreShownAsWordShowsThem() throws Exception {
        byte[] numbered = HostileFiles.numberedByWord();

        assertThat(text(numbered)).isEqualTo(text(Fixture.report("docx")));
    }

    @Test
    void aZipBombCostsItsOwnReadingOnly() throws Exception {
        byte[] bomb = HostileFiles.zipBomb(200);
        assertThat(bomb.length).isLessThan(2_000_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        Reason reason = refused(AttachmentLimits.USUAL, bomb);

        assertThat(reason).isIn(Reason.ATTACHMENT_DAMAGED, Reason.ATTACHMENT_TOO_LARGE, Reason.ATTACHMENT_MEMORY);
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .as("bytes this process allocated meanwhile")
                .isLessThan(16L * 1024 * 1024);
    }

    @Test
    void aPageBeyondAllMemoryEndsTheChildForWantOfMemory() throws Exception {
        AttachmentLimits little = new AttachmentLimits(64, Duration.ofSeconds(60), 16_000_000, 2_000_000);

        assertThat(refused(little, HostileFiles.pdfBomb(120))).isEqualTo(Reason.ATTACHMENT_MEMORY);
    }

    @Test
    void entitiesAreNeitherExpandedNorFetched() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";

            assertThat(refused(AttachmentLimits.USUAL, HostileFiles.billionLaughs()))
                    .isEqualTo(Reason.ATTACHMENT_DAMAGED);
            assertThat(refused(AttachmentLimits.USUAL, HostileFiles.externalEntity(url)))
                    .isEqualTo(Reason.ATTACHMENT_DAMAGED);
            assertThat(refused(AttachmentLimits.USUAL, HostileFiles.externalDocumentType(url)))
                    .isEqualTo(Reason.ATTACHMENT_DAMAGED);
            assertThat(refused(AttachmentLimits.USUAL, HostileFiles.xfaForm(url)))
                    .isEqualTo(Reason.UNSUPPORTED_MEDIA_TYPE);
            assertThat(text(HostileFiles.withMetadata(url))).isEqualTo(text(Fixture.report("pdf")));

            listener.setSoTimeout(1);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void filesThatCannotBeReadSayWhy() throws Exception {
        assertThat(refused(AttachmentLimits.USUAL, HostileFiles.pageTreeLoop())).isEqualTo(Reason.ATTACHMENT_DAMAGED);
        assertThat(refused(AttachmentLimits.USUAL, HostileFiles.encryptedPdf())).isEqualTo(Reason.ENCRYPTED);
        assertThat(refused(AttachmentLimits.USUAL, HostileFiles.scan())).isEqualTo(Reason.NEEDS_OCR);
        assertThat(refused(AttachmentLimits.USUAL, HostileFiles.plainZip())).isEqualTo(Reason.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "doc", "pdf", "ofd"})
    void halfAFileIsDamaged(String extension) {
        byte[] whole = Fixture.report(extension);

        assertThat(refused(AttachmentLimits.USUAL, Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo(Reason.ATTACHMENT_DAMAGED);
    }

    @Test
    void aChildWithoutEndIsKilledWithAllItHasStarted(@TempDir Path beside) throws Exception {
        Path pid = beside.resolve("pid");
        AttachmentReader reader =
                shell(Duration.ofMillis(900), "sleep 1000 & echo $! > '" + pid + "'; printf fzat; wait");

        AttachmentResult result = reader.read(new byte[] {1});

        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ATTACHMENT_TIMEOUT));
        Optional<ProcessHandle> grandchild =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (grandchild.isPresent()) {
            grandchild.get().onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf fzat; kill -9 $$",
                "printf fzat; exit 1",
                "printf fzat",
                "printf 'fzat and something else'",
                "printf fzat; yes"
            })
    void aChildThatDiesOrLiesIsAFault(String script) {
        assertThat(shell(Duration.ofSeconds(20), script).read(new byte[] {1}))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ATTACHMENT_FAULT));
    }

    @Test
    void aChildEndedByASignalIsStartedOnceMore() {
        shell(Duration.ofSeconds(20), "printf fzat; kill -15 $$").read(new byte[] {1});

        assertThat(folders).hasSize(2);
    }

    @Test
    void aChildThatNeverBeginsSaysNothingOfTheFile() {
        assertThatThrownBy(() -> shell(Duration.ofSeconds(20), "echo no such class >&2; exit 1")
                        .read(new byte[] {1}))
                .isInstanceOf(AttachmentUnavailable.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("no such class");
    }

    @Test
    void tooManyBytesAreNotHandedOver() {
        AttachmentLimits small = new AttachmentLimits(64, Duration.ofSeconds(20), 10, 1000);
        folders.add(Path.of("never-made"));

        assertThat(new AttachmentReader(small).read(new byte[11]))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ATTACHMENT_TOO_LARGE));
    }

    private String text(byte[] file) {
        AttachmentResult result = reader(AttachmentLimits.USUAL).read(file);
        assertThat(result).isInstanceOf(Text.class);
        return ((Text) result).text();
    }

    private Reason refused(AttachmentLimits limits, byte[] file) {
        AttachmentResult result = reader(limits).read(file);
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).detail()).isNotBlank();
        return ((Refused) result).reason();
    }

    private AttachmentReader reader(AttachmentLimits limits) {
        return new AttachmentReader(limits, folder -> {
            folders.add(folder);
            return ChildCommand.of(limits, folder);
        });
    }

    /** A child of another kind. */
    private AttachmentReader shell(Duration time, String script) {
        AttachmentLimits limits = new AttachmentLimits(64, time, 1000, 1000);
        return new AttachmentReader(limits, folder -> {
            folders.add(folder);
            return List.of("/bin/sh", "-c", script);
        });
    }
}
