package org.fazhi.sample;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What one family's host answers to a request, with conditional requests as RFC 9110, section 13 wants them. */
final class SampleAnswers {

    /** Bytes of a POST form that are read. */
    static final int FORM_LIMIT = 8192;

    private static final LocalTime MORNING = LocalTime.of(1, 30);
    private static final String GONE_PAGE =
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>404</title></head><body>您访问的页面不存在</body></html>";

    private final Family family;
    private final SamplePages pages;
    private final Map<String, String> etags = new HashMap<>();

    SampleAnswers(Family family, SamplePages pages) {
        this.family = family;
        this.pages = pages;
        for (Page page : pages.all()) {
            if (page.family() == family) {
                etags.put(page.path(), etag(page.body()));
            }
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** The headers that make a request conditional. */
    record Conditions(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {

        boolean isEmpty() {
            return ifNoneMatch.isEmpty() && ifModifiedSince.isEmpty();
        }
    }

    Answer to(String method, URI target, String form, Conditions conditions) {
        if (!method.equals("GET") && !method.equals("HEAD") && !method.equals("POST")) {
            return new Answer(405, Map.of("Allow", "GET, HEAD, POST"), new byte[0]);
        }
        String path = target.getPath();
        if (path.equals(Dataproxy.PATH)) {
            return records(target, form, conditions);
        }
        Optional<Page> page = pages.at(family, path.endsWith("/") ? path + "index.html" : path)
                .filter(found -> !path.startsWith(Dataproxy.PATH));
        return page.map(found -> page(found, conditions))
                .orElseGet(() ->
                        new Answer(404, Map.of("Content-Type", "text/html; charset=utf-8"), Frame.utf8(GONE_PAGE)));
    }

    private Answer page(Page page, Conditions conditions) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", page.contentType());
        page.location().ifPresent(location -> headers.put("Location", location));
        if (page.status() != 200) {
            return new Answer(page.status(), headers, page.body());
        }
        String etag = etags.getOrDefault(page.path(), "");
        ZonedDateTime modified = page.modified().atTime(MORNING).atZone(ZoneOffset.UTC);
        headers.put("ETag", etag);
        headers.put("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified));
        if (isUnchanged(conditions, etag, modified)) {
            headers.remove("Content-Type");
            return new Answer(304, headers, new byte[0]);
        }
        return new Answer(200, headers, page.body());
    }

    /** If-None-Match decides where it is given; If-Modified-Since only without it (RFC 9110, section 13.2.2). */
    private static boolean isUnchanged(Conditions conditions, String etag, ZonedDateTime modified) {
        if (conditions.ifNoneMatch().isPresent()) {
            String match = conditions.ifNoneMatch().get();
            return match.equals("*") || match.contains(etag);
        }
        if (conditions.ifModifiedSince().isEmpty()) {
            return false;
        }
        String since = conditions.ifModifiedSince().get();
        try {
            return !modified.isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            // A date that cannot be read makes the condition void (RFC 9110, section 13.1.3).
            return false;
        }
    }

    private Answer records(URI target, String form, Conditions conditions) {
        Map<String, String> fields = new HashMap<>();
        fields.putAll(fields(Optional.ofNullable(target.getRawQuery()).orElse("")));
        fields.putAll(fields(form));
        int column = number(fields, "columnid", 0);
        byte[] body = pages.at(family, Dataproxy.recordsPath(column))
                .map(all -> Dataproxy.answer(
                        all.body(), number(fields, "startrecord", 1), number(fields, "endrecord", Integer.MAX_VALUE)))
                .orElseGet(() -> Frame.utf8("<datastore><recordset></recordset></datastore>"));
        String etag = etag(body);
        boolean isUnchanged = conditions.ifNoneMatch().filter(etag::equals).isPresent();
        return isUnchanged
                ? new Answer(304, Map.of("ETag", etag), new byte[0])
                : new Answer(200, Map.of("Content-Type", Dataproxy.TYPE, "ETag", etag), body);
    }

    private static int number(Map<String, String> fields, String name, int otherwise) {
        String value = fields.getOrDefault(name, "");
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String etag(byte[] body) {
        return '"' + digest(body).substring(0, 20) + '"';
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
