package org.fazhi.reading.attachment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Java's ciphers, which read a web address as they are loaded, though nothing behind it: where addresses are refused by
 * then, they cannot be loaded at all, and a PDF that anybody may read but nobody may change stays shut.
 */
final class Ciphers {

    /** ISO 32000-1 §7.6.1: the key stands in the trailer, which is never encrypted itself. */
    private static final byte[] KEY = "/Encrypt".getBytes(StandardCharsets.ISO_8859_1);

    private Ciphers() {}

    /** Whether a file may be a PDF with an encrypted text. Loading ciphers takes time that other files need not spend. */
    static boolean areWanted(byte[] file) {
        if (file.length < 4 || file[0] != '%' || file[1] != 'P') {
            return false;
        }
        for (int i = 0; i <= file.length - KEY.length; i++) {
            int same = 0;
            while (same < KEY.length && file[i + same] == KEY[same]) {
                same++;
            }
            if (same == KEY.length) {
                return true;
            }
        }
        return false;
    }

    static void load() {
        try {
            Cipher.getInstance("AES/CBC/PKCS5Padding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected AES in this Java, got none", e);
        }
    }
}
