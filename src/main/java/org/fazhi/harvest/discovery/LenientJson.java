package org.fazhi.harvest.discovery;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as sites write it, also where it is a JavaScript literal within a script; depth and lengths bounded by Jackson. */
final class LenientJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientJson() {}

    /** The object or array the text begins with, whatever follows it; empty where there is none. */
    static Optional<JsonNode> read(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(start));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The text under the first of the names that has one. */
    static String text(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asString("").isBlank()) {
                return value.asString("");
            }
        }
        return "";
    }

    /** The number under the name; {@code absent} where there is none within the range of an int. */
    static int number(JsonNode object, String name, int absent) {
        String text = text(object, name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : absent;
    }
}
