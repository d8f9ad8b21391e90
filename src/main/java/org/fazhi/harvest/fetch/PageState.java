package org.fazhi.harvest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from an answer of status 200 whether it is the page that was asked for, by the marks of cms families. */
final class PageState {

    /** Challenge pages are a script and nothing else. */
    private static final int CHALLENGE_BYTES = 2048;

    /** Deletion stubs are one meta element. */
    private static final int STUB_BYTES = 512;

    /** Error pages of status 200 carry a site's style but hardly any text. */
    private static final int ERROR_PAGE_BYTES = 12 * 1024;

    private static final int ERROR_PAGE_TEXT = 300;

    private static final Pattern META_REFRESH =
            Pattern.compile("(?i)<meta[^>]{0,100}http-equiv\\s{0,4}=\\s{0,4}[\"']?refresh");
    private static final Pattern REFRESH_TO = Pattern.compile(
            "(?i)<meta[^>]{0,100}http-equiv\\s{0,4}=\\s{0,4}[\"']?refresh[\"']?[^>]{0,60}?\\burl\\s{0,4}=\\s{0,4}[\"']?([^\"'\\s>]{1,300})");
    private static final Pattern COOKIE_SCRIPT = Pattern.compile("(?i)document\\.cookie\\s{0,4}=");
    private static final Pattern RELOAD = Pattern.compile("(?i)location|reload|submit\\(");
    private static final Pattern CAPTCHA =
            Pattern.compile("(?i)滑动验证|安全验证|访问验证|人机验证|请输入验证码|请完成验证|captcha|请开启JavaScript");
    private static final Pattern NOT_FOUND = Pattern.compile(
            "(?i)页面不存在|页面未找到|找不到(?:该|您|相关)?.{0,8}(?:页面|网页|文章|信息)|(?:页面|网页|文章|信息|内容)(?:已|已经|可能已)?(?:被)?(?:删除|不存在|下线)|404 not found|无法找到.{0,6}(?:页|文件)");
    private static final Pattern PASSWORD = Pattern.compile("(?i)<input[^>]{0,300}type\\s{0,4}=\\s{0,4}[\"']?password");

    /** Where pages keep their head; real pages put scripts before their meta elements. */
    private static final int HEAD = 16 * 1024;

    private static final Pattern SITE_NAME = meta("SiteName");
    private static final Pattern COLUMN_OR_ARTICLE =
            Pattern.compile("(?i)<meta[^>]{0,100}name\\s{0,4}=\\s{0,4}[\"']?(?:ColumnName|ArticleTitle)\\b");
    private static final Pattern TITLE = Pattern.compile("(?i)<title[^>]{0,100}>([^<]{1,200})</title>");

    private static final Pattern NOT_TEXT =
            Pattern.compile("(?is)<(script|style)\\b[^>]{0,300}>.*?</\\1>|<!--.*?-->|<[^>]{0,2000}>");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PageState() {}

    /** What an answer is instead of a page. */
    sealed interface Instead {

        record Wall(String reason) implements Instead {}

        record Stub(String reason) implements Instead {}
    }

    static Optional<Instead> of(byte[] payload, Optional<String> contentType) {
        String type = contentType.orElse("text/html").toLowerCase(Locale.ROOT);
        if (payload.length > ERROR_PAGE_BYTES || !type.contains("html")) {
            return Optional.empty();
        }
        String page = CharsetChoice.decode(payload, contentType).text();
        if (payload.length <= STUB_BYTES && META_REFRESH.matcher(page).find()) {
            return Optional.of(new Instead.Stub("meta refresh"));
        }
        if (payload.length <= CHALLENGE_BYTES
                && COOKIE_SCRIPT.matcher(page).find()
                && RELOAD.matcher(page).find()) {
            return Optional.of(new Instead.Wall("script sets a cookie"));
        }
        String text = SPACES.matcher(NOT_TEXT.matcher(page).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (text.length() > ERROR_PAGE_TEXT) {
            return Optional.empty();
        }
        if (CAPTCHA.matcher(text).find()) {
            return Optional.of(new Instead.Wall("captcha"));
        }
        if (PASSWORD.matcher(page).find()) {
            return Optional.of(new Instead.Wall("login"));
        }
        return NOT_FOUND.matcher(text).find() ? Optional.of(new Instead.Stub("page says not found")) : Optional.empty();
    }

    /**
     * Where a page that is nothing but a refresh leads on to within its site. What leads to a folder above it or to the front
     * page says that the page is gone.
     */
    static Optional<URI> refresh(byte[] payload, URI url) {
        // Addresses of pages are ASCII.
        Matcher refresh = REFRESH_TO.matcher(
                new String(payload, 0, Math.min(STUB_BYTES, payload.length), StandardCharsets.ISO_8859_1));
        if (payload.length > STUB_BYTES || !refresh.find()) {
            return Optional.empty();
        }
        try {
            URI to = url.resolve(refresh.group(1));
            String path = String.valueOf(to.getPath());
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            String own = String.valueOf(url.getPath());
            boolean isAbove = own.startsWith(folder) && own.indexOf('/', folder.length()) >= 0;
            boolean isOwn = String.valueOf(url.getAuthority()).equals(to.getAuthority()) && !to.equals(url);
            return isOwn && !isAbove && !Locations.isFrontPage(to) && !Locations.isErrorPage(to)
                    ? Optional.of(to)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * True for a site's front page by the national standard for meta elements: it names the site, no column and no
     * article, and its title is the site's name. Sites that are asked too fast send it in place of articles.
     */
    static boolean isFrontPage(byte[] payload) {
        // The marks are ASCII and the two names are only held against each other, so that no encoding need be decided.
        String page = new String(payload, 0, Math.min(HEAD, payload.length), StandardCharsets.ISO_8859_1);
        Matcher name = SITE_NAME.matcher(page);
        Matcher title = TITLE.matcher(page);
        return name.find()
                && title.find()
                && title.group(1).strip().equals(name.group(1).strip())
                && !COLUMN_OR_ARTICLE.matcher(page).find();
    }

    private static Pattern meta(String name) {
        return Pattern.compile("(?i)<meta\\s{1,9}name\\s{0,4}=\\s{0,4}[\"']?" + name
                + "[\"']?\\s{1,9}content\\s{0,4}=\\s{0,4}[\"']([^\"']{1,200})[\"']");
    }

    /** True for an answer of 202 that is a script: an older form of the same walls as 412. */
    static boolean isScript(Answer.Received answer) {
        String start = new String(
                answer.body(), 0, Math.min(answer.body().length, CHALLENGE_BYTES), StandardCharsets.ISO_8859_1);
        return start.toLowerCase(Locale.ROOT).contains("<script");
    }
}
