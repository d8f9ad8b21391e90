package org.fazhi.reading.repair;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.text.Span;

/**
 * Undoes a shift by one byte in glossed texts. Such a mirror swallows the first byte of the character after 當(dāng), most
 * often 的 or 地 (GBK B5xx), leaves {@code ?shù)} in its place, and reads the bytes that follow out of step up to the next
 * byte that is ASCII. With B5 put back
 * the GBK bytes fall into step again and begin with a common character; where they do not, nothing is done.
 */
final class ShiftedBytesRule implements RepairRule {

    private static final Charset GBK = Charset.forName("GBK");
    private static final byte LOST_LEAD_BYTE = (byte) 0xB5;

    /** Out of step, every other character or so ends on an ASCII byte; runs are short. */
    private static final int LONGEST_RUN = 40;

    private static final String PUNCTUATION = "，。、；：“”《》";

    private static final Pattern TRACE = Pattern.compile("[?\\uFFFD]" + Pinyin.TONED_SYLLABLE + "[)）]");

    @Override
    public String name() {
        return "shifted_bytes";
    }

    @Override
    public List<Edit> edits(String text, PageMetadata metadata) {
        if (!Pinyin.isGlossed(text)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        Matcher matcher = TRACE.matcher(text);
        while (matcher.find()) {
            int runEnd = runEnd(text, matcher.end());
            int start = matcher.start();
            decode(text.substring(matcher.end(), runEnd))
                    .ifPresent(decoded -> edits.add(new Edit(new Span(start, runEnd), decoded)));
        }
        return edits;
    }

    /** One past the first ASCII character, the second half of a character torn in two. */
    private static int runEnd(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST_RUN);
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) < 0x80) {
                return i + 1;
            }
        }
        return from;
    }

    private static Optional<String> decode(String run) {
        if (run.isEmpty()) {
            return Optional.empty();
        }
        try {
            ByteBuffer shifted = GBK.newEncoder().encode(CharBuffer.wrap(run));
            ByteBuffer bytes = ByteBuffer.allocate(shifted.remaining() + 1)
                    .put(LOST_LEAD_BYTE)
                    .put(shifted);
            String decoded = GBK.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.flip())
                    .toString();
            boolean isCommon = !decoded.isEmpty() && !Simplified.isTraditional(decoded.charAt(0));
            boolean isChinese = isCommon
                    && decoded.chars().allMatch(c -> Simplified.isHan((char) c) || PUNCTUATION.indexOf(c) >= 0);
            return isChinese ? Optional.of(decoded) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
