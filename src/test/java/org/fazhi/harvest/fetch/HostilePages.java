package org.fazhi.harvest.fetch;

import static org.fazhi.harvest.fetch.HostileSite.head;
import static org.fazhi.harvest.fetch.HostileSite.says;
import static org.fazhi.harvest.fetch.HostileSite.sends;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Every hostile answer of {@link HostileSiteTest} as a page of one site, with the state a fetch of it ends in. */
public final class HostilePages {

    /** What pages are longer than is wanted; tests fetch within this bound. */
    public static final int MOST_BYTES = 300_000;

    private final Map<String, String> stateByPath = new LinkedHashMap<>();
    private final HostileSite site;

    private HostilePages(HostileSite site) {
        this.site = site;
    }

    /** Puts the pages on a site; the state by path, in the order they were put there. */
    public static Map<String, String> on(HostileSite site) {
        HostilePages pages = new HostilePages(site);
        site.on("/robots.txt", says(200, "User-agent: *\nDisallow: /denied/\n", "Content-Type: text/plain"));
        pages.slowOnes();
        pages.endlessOnes();
        pages.liars();
        pages.walls();
        pages.absentOnes();
        pages.thoseThatLeadAway();
        return pages.stateByPath;
    }

    private void slowOnes() {
        put("failed", "/slow/headers", (head, out) -> site.linger(20_000));
        put("failed", "/slow/header-bytes", (head, out) -> {
            for (byte b : head(200, "Content-Length: 9")) {
                out.write(b);
                out.flush();
                site.linger(30);
            }
        });
        put("failed", "/slow/body-bytes", (head, out) -> {
            out.write(head(200, "Content-Length: 100000"));
            for (int i = 0; i < 100_000; i++) {
                out.write('.');
                out.flush();
                site.linger(30);
            }
        });
    }

    private void endlessOnes() {
        put("too_large", "/endless/body", (head, out) -> {
            out.write(head(200, "X-Endless: 1"));
            byte[] block = new byte[65536];
            for (int i = 0; i < 100_000; i++) {
                out.write(block);
            }
        });
        put("failed", "/endless/header-lines", (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("X-" + i + ": a\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        put("failed", "/endless/header-line", (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write("a".repeat(1000).getBytes(StandardCharsets.US_ASCII));
            }
        });
        for (int i = 0; i < 9; i++) {
            site.on("/endless/redirect-" + i, says(302, "", "Location: /endless/redirect-" + (i + 1)));
        }
        stateByPath.put("/endless/redirect-0", "failed");
        put("too_large", "/bomb/gzip", sends(200, gzip(new byte[12 << 20]), "Content-Encoding: gzip"));
    }

    private void liars() {
        put("failed", "/lies/nothing", (head, out) -> {});
        put("failed", "/lies/smtp", raw("220 mail.example.org ESMTP\r\n"));
        put("failed", "/lies/status", raw("HTTP/1.1 abc\r\n\r\n"));
        put("failed", "/lies/binary", raw("\u0000\u0001\u0002\r\n\r\n"));
        put("truncated", "/lies/more", raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>short</p>"));
        put("failed", "/lies/negative", says(200, "<p>short</p>", "Content-Length: -5"));
        put(
                "truncated",
                "/lies/huge",
                raw("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n<p>short</p>"));
        put("failed", "/lies/brotli", sends(200, new byte[] {0x0b, 2, -128, 3}, "Content-Encoding: br"));
        put(
                "truncated",
                "/lies/chunks",
                raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<p>short</\r\n"));
        put(
                "truncated",
                "/lies/gzip",
                sends(200, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3}, "Content-Encoding: gzip"));
        put("failed", "/lies/empty", says(200, ""));
        put("failed", "/lies/no-content", says(204, ""));
        put("failed", "/lies/busy", says(503, "busy"));
    }

    private void walls() {
        put("blocked", "/wall/412", says(412, "<script>var _0x=1</script>"));
        put("blocked", "/wall/202", says(202, "<script>eval(1)</script>"));
        put("blocked", "/wall/521", says(521, "<script>x</script>"));
        put("blocked", "/wall/403", says(403, "no"));
        put("blocked", "/wall/cookie", says(200, "<script>document.cookie=\"C3VK=ab12\";location.reload()</script>"));
        put("blocked", "/wall/captcha", says(200, "<html><body><p>请完成验证</p></body></html>"));
        put("blocked", "/wall/form", says(200, "<form><input name=u><input type=\"password\" name=p>登录</form>"));
        put("blocked", "/wall/entry", says(302, "", "Location: /sso/authorize"));
        put("blocked", "/wall/circle", says(302, "", "Location: /wall/circle"));
        put("blocked", "/wall/cookie-circle", says(302, "", "Location: /wall/cookie-circle", "Set-Cookie: t=1"));
        put("denied", "/denied/1", says(200, "<p>" + "不许取。".repeat(200) + "</p>"));
    }

    private void absentOnes() {
        put("gone", "/gone/404", says(404, "<html>not here</html>"));
        put("gone", "/gone/410", says(410, "gone"));
        put("soft_404", "/gone/refresh", says(200, "<meta http-equiv=\"refresh\" content=\"0;URL=../\">"));
        put("soft_404", "/gone/text", says(200, "<html><body><h1>404 Not Found</h1></body></html>"));
        put("soft_404", "/gone/index", says(302, "", "Location: /index.html"));
        put("soft_404", "/gone/front", says(200, """
                <html><head><title>清禾县人民政府</title><meta name="SiteName" content="清禾县人民政府"></head><body>%s</body></html>
                """.formatted("新闻".repeat(3000))));
        site.on("/index.html", says(200, "<html><body>" + "首页".repeat(4000) + "</body></html>"));
    }

    private void thoseThatLeadAway() {
        put("unsafe", "/away/ten", says(302, "", "Location: http://10.0.0.1:" + site.port() + "/b"));
        put("unsafe", "/away/metadata", says(302, "", "Location: http://169.254.169.254/latest/meta-data/"));
        put("unsafe", "/away/mapped", says(302, "", "Location: http://[::ffff:10.0.0.1]:" + site.port() + "/b"));
        put("unsafe", "/away/ftp", says(302, "", "Location: ftp://127.0.0.1:" + site.port() + "/b"));
        put("unsafe", "/away/file", says(302, "", "Location: file:///etc/passwd"));
        put("failed", "/away/nowhere", says(302, ""));
    }

    private void put(String state, String path, HostileSite.Behaviour behaviour) {
        site.on(path, behaviour);
        stateByPath.put(path, state);
    }

    private static HostileSite.Behaviour raw(String answer) {
        return (head, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
