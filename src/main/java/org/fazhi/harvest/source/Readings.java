package org.fazhi.harvest.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Settings.Unexpected;

/** How the text of a setting is read; what cannot be read is thrown as {@link Unexpected}. */
public final class Readings {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final int MAX_PUBLISHER = 100;
    private static final int MAX_PATTERN = 500;

    private Readings() {}

    static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new Unexpected("lower-case letters, digits and hyphens, at most 64");
        }
        return text;
    }

    public static String name(String text) {
        if (text.length() > MAX_PUBLISHER) {
            throw new Unexpected("at most " + MAX_PUBLISHER + " characters");
        }
        return text;
    }

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unexpected("true or false");
        };
    }

    public static Function<String, Integer> number(int least, int most) {
        return text -> {
            if (WHOLE_NUMBER.matcher(text).matches()) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw new Unexpected(least + ".." + most);
        };
    }

    /** A whole number of {@code ms}, {@code s} or {@code m} within bounds, both of whole seconds. */
    static Function<String, Duration> duration(Duration least, Duration most) {
        return text -> {
            Matcher matcher = DURATION.matcher(text);
            if (matcher.matches()) {
                long count = Long.parseLong(matcher.group(1));
                Duration duration = switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    default -> Duration.ofMinutes(count);
                };
                if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                    return duration;
                }
            }
            throw new Unexpected(least.toSeconds() + "s.." + most.toSeconds() + "s");
        };
    }

    public static URI url(String text) {
        String expected = "an http or https address with a host";
        if (text.length() > AddressBounds.LONGEST) {
            throw new Unexpected("an address of at most " + AddressBounds.LONGEST + " characters");
        }
        try {
            URI url = new URI(text).parseServerAuthority();
            String scheme = url.getScheme();
            if (scheme == null || url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new Unexpected(expected);
            }
            if (url.getUserInfo() != null || url.getFragment() != null) {
                throw new Unexpected("an address without user or fragment");
            }
            if (!AddressBounds.fits(url)) {
                throw new Unexpected("a host of at most 253 characters");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new Unexpected(expected);
        }
    }

    static Pattern pattern(String text) {
        if (text.length() > MAX_PATTERN) {
            throw new Unexpected("a regular expression of at most " + MAX_PATTERN + " characters");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Unexpected("a regular expression (" + e.getDescription() + ")");
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Unexpected("a time zone such as Asia/Shanghai");
        }
    }

    /** Reads a code by the function an enum offers; {@code codes} is listed where it is none of them. */
    public static <T> Function<String, T> code(Function<String, Optional<T>> ofCode, Stream<String> codes) {
        String expected = codes.collect(Collectors.joining(", "));
        return text -> ofCode.apply(text).orElseThrow(() -> new Unexpected("one of " + expected));
    }
}
