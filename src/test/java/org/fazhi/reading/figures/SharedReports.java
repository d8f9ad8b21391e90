package org.fazhi.reading.figures;

import com.hankcs.hanlp.HanLP;
import java.nio.file.Path;
import org.fazhi.testing.Shared;

/** The reports of {@link Shared} as a reader would have them. */
public final class SharedReports {

    private SharedReports() {}

    /** The report as a reader of it would have it: pinyin glosses gone, simplified characters. */
    public static String readable(Path file) {
        String text = Shared.text(file).replace("\r", "");
        String plain = text.replaceAll("\\(\\p{IsLatin}{1,7}\\)?(?<=\\)|\\p{IsLatin})", "");
        return plain.equals(text) ? text : HanLP.convertToSimplifiedChinese(plain);
    }
}
