package org.fazhi.app.batch;

import java.util.Optional;
import java.util.function.Supplier;
import org.fazhi.harvest.source.Nightly;
import org.fazhi.reading.attachment.Tesseract;

/**
 * What reads the scans of a night.
 *
 * @param tesseract empty where scans are left alone
 * @param missing why, where the settings want it otherwise
 */
record NightOcr(Optional<Tesseract> tesseract, Optional<String> missing) {

    /** As the settings say; only where they want OCR, {@code search} is asked for it. */
    static NightOcr of(Nightly nightly, Supplier<Tesseract.Search> search) {
        if (!nightly.ocr()) {
            return new NightOcr(Optional.empty(), Optional.empty());
        }
        Tesseract.Search found = search.get();
        if (found instanceof Tesseract.Search.Missing missing) {
            String where = nightly.file().map(file -> file + ": ").orElse("");
            return new NightOcr(
                    Optional.empty(),
                    Optional.of(where + missing.message() + "; scanned PDFs are quarantined as needs_ocr"));
        }
        return new NightOcr(Optional.of(((Tesseract.Search.Found) found).tesseract()), Optional.empty());
    }
}
