package gigci.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Keeps the compiled classes of libraries on disk, one archive per content of their sources, so that a library that did
 * not change is compiled once and not at every start. The folder belongs to one build of the engine.
 */
final class ClassStore {
    /** Enough for the versions of a library that somebody works on. */
    private static final int LIBRARIES = 8;
    private static final String SUFFIX = ".classes.zip";

    private final Path folder;

    ClassStore(Path folder) {
        this.folder = folder;
    }

    /**
     * The classes by name, or null when they are not there.
     *
     * @param texts the sources by path
     */
    Map<String, byte[]> read(Map<String, String> texts) {
        Path archive = archiveOf(texts);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                classes.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));
        } catch (IOException absentOrBroken) {
            return null;
        }
        return classes;
    }

    /**
     * Keeps classes, and forgets the libraries that nobody has used for longest. In a folder that cannot be written it
     * does nothing: the next process is as slow as this one.
     */
    void write(Map<String, String> texts, Map<String, byte[]> classes) {
        try {
            replace(archiveOf(texts), classes);
            forgetOld();
        } catch (IOException unwritable) {
            return;
        }
    }

    private void replace(Path archive, Map<String, byte[]> classes) throws IOException {
        Path draft = Files.createTempFile(folder, "draft-", SUFFIX);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        // In one move: another process sees all of it or nothing.
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forgetOld() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(SUFFIX))
                .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed()).toList();
            for (Path old : newestFirst.subList(Math.min(LIBRARIES, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path archiveOf(Map<String, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                for (String part : List.of(path, text)) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes);
                }
            });
            return folder.resolve(HexFormat.of().formatHex(digest.digest(), 0, 8) + SUFFIX);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
