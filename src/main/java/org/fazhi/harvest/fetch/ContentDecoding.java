package org.fazhi.harvest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Undoes gzip, which servers send also unasked, within bounds of size and ratio. */
final class ContentDecoding {

    /** Below this the ratio says nothing: short pages of one letter compress as well as bombs. */
    private static final int RATIO_COUNTS_FROM = 1024 * 1024;

    private static final int BUFFER = 8192;

    private ContentDecoding() {}

    /** The entity, or why there is none. */
    sealed interface Outcome {

        record Decoded(byte[] bytes) implements Outcome {}

        record Bomb(String reason) implements Outcome {}

        record Broken(String reason) implements Outcome {}

        /** The compression ends before the entity does. */
        record CutShort(String reason) implements Outcome {}
    }

    static Outcome decode(Answer.Received answer, FetchSettings settings) {
        byte[] body = answer.body();
        if (!isGzip(body) || isArchive(answer)) {
            return unknownEncoding(answer)
                    .<Outcome>map(encoding -> new Outcome.Broken("content encoding " + encoding))
                    .orElseGet(() -> new Outcome.Decoded(body));
        }
        ByteArrayOutputStream entity = new ByteArrayOutputStream(Math.min(settings.maxBytes(), body.length * 4));
        byte[] buffer = new byte[BUFFER];
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body), BUFFER)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                entity.write(buffer, 0, read);
                if (entity.size() > settings.maxBytes()) {
                    return new Outcome.Bomb("more than " + settings.maxBytes() + " bytes decompressed");
                }
                if (entity.size() > RATIO_COUNTS_FROM
                        && entity.size() / Math.max(1, body.length) > settings.maxRatio()) {
                    return new Outcome.Bomb("compressed more than " + settings.maxRatio() + " to 1");
                }
            }
            return new Outcome.Decoded(entity.toByteArray());
        } catch (EOFException e) {
            return new Outcome.CutShort("expected a whole gzip body, got its first " + body.length + " bytes");
        } catch (IOException e) {
            return new Outcome.Broken("gzip: " + e.getMessage());
        }
    }

    /** True where the body is compressed and ends before its entity does. */
    static boolean isCutShort(Answer.Received answer, FetchSettings settings) {
        return isGzip(answer.body()) && decode(answer, settings) instanceof Outcome.CutShort;
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /** A .gz file that is meant as a file is left as it is. */
    private static boolean isArchive(Answer.Received answer) {
        String type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        return answer.header("content-encoding").isEmpty()
                && (type.startsWith("application/gzip") || type.startsWith("application/x-gzip"));
    }

    /** An encoding that was not asked for and cannot be undone; gzip in name only is a server's slip. */
    private static Optional<String> unknownEncoding(Answer.Received answer) {
        return answer.header("content-encoding")
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .filter(encoding -> !encoding.isEmpty()
                        && !encoding.equals("identity")
                        && !encoding.equals("gzip")
                        && !encoding.equals("x-gzip")
                        && !encoding.equals("utf-8"));
    }
}
