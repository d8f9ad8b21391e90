package org.fazhi.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A mapping of one of the sample's YAML files; what is asked for and not there is an error that names file and key. */
final class Wording {

    private final String where;
    private final Map<String, Object> entries = new LinkedHashMap<>();

    private Wording(String where, Object mapping) {
        this.where = where;
        if (!(mapping instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": expected a mapping, got " + mapping);
        }
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
    }

    static Wording read(String resource) {
        return new Wording(resource, load(resource));
    }

    /** The mappings of a file that is a list. */
    static List<Wording> readAll(String resource) {
        return items(resource, load(resource));
    }

    private static Object load(String resource) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Resource.text(resource));
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Wording in(String key) {
        return new Wording(where + ": " + key, value(key));
    }

    String text(String key) {
        return String.valueOf(value(key));
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    List<String> texts(String key) {
        return list(where + ": " + key, value(key)).stream()
                .map(String::valueOf)
                .toList();
    }

    List<Wording> items(String key) {
        return items(where + ": " + key, value(key));
    }

    private static List<Wording> items(String where, Object value) {
        return list(where, value).stream().map(item -> new Wording(where, item)).toList();
    }

    private static List<?> list(String where, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(where + ": expected a list, got " + value);
    }

    private Object value(String key) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> new IllegalArgumentException(where + ": expected a key " + key + ", found none"));
    }
}
