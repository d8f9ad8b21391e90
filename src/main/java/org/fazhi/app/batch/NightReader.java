package org.fazhi.app.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.text.Digest;
import org.fazhi.text.YamlDigest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/**
 * What reads in a night: the code and the dictionary.
 *
 * @param code digest of all that determines facts but the dictionary: the classes that read a capture with all of the
 *     house that they reach, the versions of the libraries that make text of pages and files, and the tables of
 *     {@code warehouse/region} and {@code warehouse/knowledge}
 */
record NightReader(String code, IndicatorDictionary dictionary) {

    /** Where a capture's reading begins: in this process, and in the child that reads files. */
    static final List<String> ROOTS =
            List.of("org/fazhi/reading/CaptureReading", "org/fazhi/reading/attachment/AttachmentChild");

    /** Where the making of rows begins. */
    private static final List<String> LOADER = List.of("org/fazhi/warehouse/release/ReleaseBuilder");

    /** A class of each library that makes text of bytes. */
    private static final List<String> LIBRARIES = List.of(
            "org/jsoup/Jsoup",
            "org/apache/tika/Tika",
            "org/apache/tika/parser/microsoft/OfficeParser",
            "org/apache/poi/POIDocument",
            "org/apache/poi/ooxml/POIXMLDocument",
            "org/apache/poi/hwpf/HWPFDocument",
            "org/apache/pdfbox/Loader",
            "org/apache/fontbox/FontBoxFont",
            "com/hankcs/hanlp/HanLP");

    /** The jar in which a class lies, on disk or inside a jar; Maven puts the version into its name. */
    private static final Pattern JAR = Pattern.compile("([^/!]+)\\.jar!/[^!]*$");

    private static final List<String> DATA =
            List.of("classpath*:/warehouse/region/*.*", "classpath*:/warehouse/knowledge/**/*.*");

    private static final int LARGEST_FILE_BYTES = 16 << 20;

    private static final int DIGITS = 16;

    /** Computed once: what the program runs from does not change while it runs. */
    private static final Supplier<String> READING = SingletonSupplier.of(NightReader::reading);

    private static final Supplier<String> LOADING = SingletonSupplier.of(
            () -> digits(CodeDigest.of(LOADER, CodeDigest.ClassFiles.running()).hex()));

    /** The reader that this program is. */
    static NightReader running() {
        return new NightReader(READING.get(), IndicatorDictionary.read());
    }

    /** Digest of the code that makes a release of what was read. */
    static String loader() {
        return LOADING.get();
    }

    private static String reading() {
        StringBuilder all = new StringBuilder();
        all.append(CodeDigest.of(ROOTS, CodeDigest.ClassFiles.running())).append('\n');
        libraries().forEach(library -> all.append(library).append('\n'));
        data().forEach((name, digest) ->
                all.append(name).append(' ').append(digest).append('\n'));
        return digits(Digest.of(all.toString()).hex());
    }

    /** Names and versions of the libraries, such as {@code jsoup-1.24.1}. */
    static List<String> libraries() {
        return LIBRARIES.stream().map(NightReader::library).toList();
    }

    private static String library(String name) {
        URL place = NightReader.class.getClassLoader().getResource(name + ".class");
        Matcher jar = JAR.matcher(String.valueOf(place));
        if (!jar.find()) {
            throw new IllegalStateException(name + ".class: expected it in a jar of its library, got " + place);
        }
        return jar.group(1);
    }

    /** The tables that reading looks things up in, by file name, with the digest of what they say. */
    static SortedMap<String, Digest> data() {
        SortedMap<String, Digest> data = new TreeMap<>();
        try {
            for (String pattern : DATA) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    String name = String.valueOf(file.getFilename());
                    data.put(name, digest(name, file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(DATA + ": not readable", e);
        }
        return data;
    }

    private static Digest digest(String name, Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            String text = new String(in.readNBytes(LARGEST_FILE_BYTES), StandardCharsets.UTF_8);
            return name.endsWith(".yml") ? YamlDigest.of(text) : Digest.of(text);
        }
    }

    private static String digits(String hex) {
        return hex.substring(0, DIGITS);
    }
}
