package org.fazhi.reading.attachment;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How this same program is started once more, as a child that reads one file. */
final class ChildCommand {

    /** The XML of office files has no need of entities, schemas or depth; what asks for more is hostile. */
    private static final List<String> XML_LIMITS = List.of(
            "-Djavax.xml.accessExternalDTD=",
            "-Djavax.xml.accessExternalSchema=",
            "-Djavax.xml.accessExternalStylesheet=",
            "-Djdk.xml.entityExpansionLimit=1000",
            "-Djdk.xml.totalEntitySizeLimit=1000000",
            "-Djdk.xml.maxGeneralEntitySizeLimit=100000",
            "-Djdk.xml.maxElementDepth=1000");

    private ChildCommand() {}

    /**
     * The command line.
     *
     * @param folder the child's own, for its temporary files
     */
    static List<String> of(AttachmentLimits limits, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Xshare:auto"));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                // Libraries that log would load the whole of logging first.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
        command.addAll(XML_LIMITS);
        command.addAll(program(System.getProperty("java.class.path")));
        command.addAll(List.of(
                String.valueOf(limits.time().toMillis()),
                String.valueOf(limits.maxBytes()),
                String.valueOf(limits.maxCharacters())));
        return command;
    }

    /** As {@link #of(AttachmentLimits, Path)}, for a child that reads the pictures of a scan's pages. */
    static List<String> of(AttachmentLimits limits, Path folder, Tesseract tesseract) {
        List<String> command = new ArrayList<>(of(limits, folder));
        command.add(String.valueOf(tesseract.pageTime().toMillis()));
        command.addAll(tesseract.command());
        return command;
    }

    /** From a packaged jar by the jar's own entry, which knows where the libraries are; else from the class path. */
    private static List<String> program(String classPath) {
        String absolute = Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        boolean isPackaged = !absolute.contains(File.pathSeparator) && absolute.endsWith(".jar");
        return isPackaged
                ? List.of("-jar", absolute, AttachmentChild.COMMAND)
                : List.of("-cp", absolute, AttachmentChild.class.getName());
    }
}
