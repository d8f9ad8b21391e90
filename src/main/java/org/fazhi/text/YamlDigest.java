package org.fazhi.text;

import java.io.StringReader;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;

/** Digests what a YAML text says: its keys, values and their order, without comments, blank lines and indentation. */
public final class YamlDigest {

    private YamlDigest() {}

    /**
     * The digest of a text.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException where it is no YAML
     */
    public static Digest of(String yaml) {
        StringBuilder said = new StringBuilder();
        for (Event event : new Yaml().parse(new StringReader(yaml))) {
            said.append(event).append('\n');
        }
        return Digest.of(said.toString());
    }
}
