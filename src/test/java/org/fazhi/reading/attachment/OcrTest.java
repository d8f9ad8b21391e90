package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.fazhi.reading.attachment.AttachmentReader.ChildKind;
import org.fazhi.reading.attachment.AttachmentResult.Refused;
import org.fazhi.reading.attachment.AttachmentResult.Text;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans in real child processes, which start a shell script in place of tesseract. */
@Tag("slow")
class OcrTest {

    @TempDir
    Path folder;

    @Test
    void readsTheLinesOfEveryPageAndJoinsThem() throws Exception {
        Path asked = folder.resolve("asked");
        AttachmentResult result = read(Scans.blank(1, PDRectangle.A4), """
                echo "$*" >> '%s'
                head -c 17 | head -n 1 >> '%s'
                echo $OMP_THREAD_LIMIT >> '%s'
                %s""".formatted(asked, asked, asked, tsv()));

        assertThat(result).isEqualTo(new Text("临江县人民政府全年受理行政复议案件一百二十七件调解矛盾纠纷一千八百四十六件。\n柳湾镇\t612件", true));
        assertThat(Files.readAllLines(asked))
                .containsExactly("stdin stdout -l chi_sim --psm 6 --dpi 200 tsv", "P5 1653 2338 255", "1");
    }

    @Test
    void drawsNoPageWithMorePixelsThanAllowed() throws Exception {
        Path asked = folder.resolve("asked");

        read(Scans.blank(1, new PDRectangle(14_400, 14_400)), "head -n 1 > '%s'".formatted(asked));

        String[] head = Files.readString(asked).split("[ \n]", 4);
        assertThat(Long.parseLong(head[1]) * Long.parseLong(head[2])).isBetween(7_900_000L, 8_010_000L);
    }

    @Test
    void readsNoFileWithTextByPictures() throws Exception {
        assertThat(read(Fixture.report("pdf"), "touch '" + folder.resolve("asked") + "'"))
                .isInstanceOfSatisfying(
                        Text.class, text -> assertThat(text.isOcr()).isFalse());
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void leavesAScanWhereOcrFindsNothingOrFails() throws Exception {
        assertThat(reason(read(HostileFiles.scan(), "exit 0"))).isEqualTo(Reason.NEEDS_OCR);
        assertThat(read(HostileFiles.scan(), "exit 7"))
                .isEqualTo(new Refused(Reason.NEEDS_OCR, "page 1: expected OCR to succeed, got exit code 7"));
        assertThat(read(Scans.blank(61, PDRectangle.A4), "exit 0"))
                .isEqualTo(new Refused(Reason.NEEDS_OCR, "expected at most 60 pages to read by OCR, got 61"));
    }

    @Test
    void endsAPageThatSaysTooMuchOrTakesTooLong() throws Exception {
        assertThat(reason(read(HostileFiles.scan(), "yes"))).isEqualTo(Reason.ATTACHMENT_TOO_LARGE);
        assertThat(reason(read(HostileFiles.scan(), "exec sleep 1000", Duration.ofMillis(200), AttachmentLimits.OCR)))
                .isEqualTo(Reason.ATTACHMENT_TIMEOUT);
    }

    @Test
    void aChildKilledForItsTimeTakesItsOcrAlong() throws Exception {
        Path pid = folder.resolve("pid");
        AttachmentLimits limits = AttachmentLimits.OCR.withTime(Duration.ofSeconds(6));

        AttachmentResult result =
                read(HostileFiles.scan(), "echo $$ > '" + pid + "'; exec sleep 1000", Duration.ofMinutes(5), limits);

        assertThat(reason(result)).isEqualTo(Reason.ATTACHMENT_TIMEOUT);
        Optional<ProcessHandle> sleeping =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (sleeping.isPresent()) {
            sleeping.get().onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void isFoundInThePathWithItsChinese() throws IOException {
        Path program =
                script("if [ $1 = --version ]; then echo tesseract 5.9.9; else echo List:; echo eng; echo chi_sim; fi");

        assertThat(Tesseract.find("/nowhere:" + folder))
                .isEqualTo(
                        new Tesseract.Search.Found(new Tesseract(program, "tesseract 5.9.9", Duration.ofSeconds(20))));
    }

    @Test
    void saysWhatIsMissingWhere() throws IOException {
        assertThat(Tesseract.find("/nowhere:relative:"))
                .isEqualTo(new Tesseract.Search.Missing(
                        "ocr: expected the program tesseract in a folder of PATH, got none in /nowhere:relative:"));
        Path program = script("echo List:; echo eng; echo osd");
        assertThat(Tesseract.find(folder.toString()))
                .isEqualTo(new Tesseract.Search.Missing(
                        "ocr: expected chi_sim from " + program + " --list-langs, got eng, osd"));
    }

    private AttachmentResult read(byte[] file, String script) throws IOException {
        return read(file, script, Duration.ofSeconds(60), AttachmentLimits.OCR);
    }

    private AttachmentResult read(byte[] file, String script, Duration pageTime, AttachmentLimits limits)
            throws IOException {
        Tesseract tesseract = new Tesseract(script(script), "tesseract 0", pageTime);
        return new AttachmentReader(
                        new ChildKind(AttachmentLimits.USUAL, own -> ChildCommand.of(AttachmentLimits.USUAL, own)),
                        Optional.of(new ChildKind(limits, own -> ChildCommand.of(limits, own, tesseract))))
                .read(file);
    }

    private Path script(String body) throws IOException {
        Path program = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static Reason reason(AttachmentResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }

    /** Two lines of a paragraph, of which the second word's box is as wrong as they are; a row of two columns. */
    private static String tsv() {
        return "printf '"
                + row(4, 1, 200, 1000, "")
                + row(5, 1, 200, 300, "临江县人民政府")
                + row(5, 1, 540, 660, "全年受理行政复议案件一百二十七件")
                + row(4, 2, 200, 720, "")
                + row(5, 2, 200, 720, "调解矛盾纠纷一千八百四十六件。")
                + row(4, 3, 200, 500, "")
                + row(5, 3, 200, 120, "柳湾镇")
                + row(5, 3, 560, 140, "612件")
                + "'";
    }

    private static String row(int level, int line, int left, int width, String text) {
        return String.join(
                "\\t",
                "" + level,
                "1",
                "1",
                "1",
                "" + line,
                "1",
                "" + left,
                "" + (line * 60),
                "" + width,
                "40",
                "90",
                text + "\\n");
    }
}
