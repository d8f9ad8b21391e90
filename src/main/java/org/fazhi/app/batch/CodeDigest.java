package org.fazhi.app.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.text.Digest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;

/**
 * Digests compiled classes: some, and all of the house that they reach. What does not run is left out (comments move only
 * the tables of line numbers; those, file names and names of local variables are debug attributes, JVMS §4.7), so that a
 * rebuilt program has the digest of the one before and a changed rule has another. Another compiler may write other code
 * for the same source; that costs a reading and changes no fact.
 */
final class CodeDigest {

    private static final String HOUSE = "org/fazhi/";

    /** The tag of a class in a constant pool (JVMS §4.4, table 4.4-A). */
    private static final int CLASS_TAG = 7;

    private static final int LARGEST_CLASS_BYTES = 16 << 20;

    private CodeDigest() {}

    /** Where the bytes of a class are found. */
    @FunctionalInterface
    interface ClassFiles {

        /** @param name with slashes, as in class files */
        Optional<byte[]> find(String name);

        /** Those of the running program, from a folder of classes or from the jar; an agent does not change them. */
        static ClassFiles running() {
            ClassLoader loader = CodeDigest.class.getClassLoader();
            return name -> {
                try (InputStream file = loader.getResourceAsStream(name + ".class")) {
                    return file == null ? Optional.empty() : Optional.of(file.readNBytes(LARGEST_CLASS_BYTES));
                } catch (IOException e) {
                    throw new UncheckedIOException(name + ".class: not readable", e);
                }
            };
        }
    }

    /**
     * The digest of the classes and of all of the house that they name, and those name, to the end.
     *
     * @param roots with slashes; each must be there
     */
    static Digest of(Collection<String> roots, ClassFiles files) {
        StringBuilder all = new StringBuilder();
        reached(roots, files)
                .forEach((name, digest) ->
                        all.append(name).append(' ').append(digest).append('\n'));
        return Digest.of(all.toString());
    }

    /** What is reached, each class with the digest of its code. */
    static SortedMap<String, Digest> reached(Collection<String> roots, ClassFiles files) {
        SortedMap<String, Digest> reached = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (reached.containsKey(name)) {
                continue;
            }
            Optional<byte[]> bytes = files.find(name);
            if (bytes.isEmpty() && roots.contains(name)) {
                throw new IllegalArgumentException(name + ".class: expected it in the program, got nothing");
            }
            if (bytes.isPresent()) {
                ClassReader reader = new ClassReader(bytes.get());
                reached.put(name, code(reader));
                waiting.addAll(named(reader));
            }
        }
        return reached;
    }

    private static Digest code(ClassReader reader) {
        ClassWriter writer = new ClassWriter(0);
        reader.accept(writer, ClassReader.SKIP_DEBUG);
        return Digest.of(writer.toByteArray());
    }

    /** The classes of the house that a class names in its constant pool. */
    private static List<String> named(ClassReader reader) {
        char[] room = new char[reader.getMaxStringLength()];
        List<String> named = new java.util.ArrayList<>();
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset == 0 || reader.readByte(offset - 1) != CLASS_TAG) {
                continue;
            }
            Type type = Type.getObjectType(reader.readUTF8(offset, room));
            String name =
                    type.getSort() == Type.ARRAY ? type.getElementType().getInternalName() : type.getInternalName();
            if (name.startsWith(HOUSE)) {
                named.add(name);
            }
        }
        return named;
    }
}
