package no.speil.archive.backup;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import no.speil.archive.AtomicFile;
import no.speil.archive.PrivateFile;
import no.speil.corpus.TextHash;

/**
 * Brings a backup back into an empty folder. All of it is written into a folder of its own there
 * and compared with the manifest; then it takes its places. Until then nothing else is changed.
 */
public final class Restore {
  private static final String UNFINISHED = ".speil-restoring";
  private static final int LARGEST_MANIFEST = 512 << 20;

  private final Path root;
  private final Path file;

  private Restore(Path root, Path file) {
    this.root = root;
    this.file = file;
  }

  /**
   * Restores a backup.
   *
   * @param root the folder, which is made where it is missing
   * @throws BackupException if the folder holds anything but empty folders, or the file is no
   *     backup, or a damaged one; the folder is then as it was
   * @throws UncheckedIOException if the disk refuses
   */
  public static BackupSummary into(Path root, Path file) {
    try {
      return new Restore(root.toAbsolutePath().normalize(), file).restore();
    } catch (IOException e) {
      throw new UncheckedIOException("restoring " + file + ": " + e, e);
    }
  }

  /**
   * Reads a whole backup and compares each file in it with the manifest; writes nothing.
   *
   * @throws BackupException if it is no backup, or a damaged one
   * @throws UncheckedIOException if the disk refuses
   */
  public static BackupSummary verify(Path file) {
    try {
      return new Restore(Path.of("").toAbsolutePath(), file).verify();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file + ": " + e, e);
    }
  }

  private BackupSummary verify() throws IOException {
    checkFile();
    return read(
        (zip, manifest) -> {
          for (BackupManifest.Line line : manifest.files()) {
            try (InputStream in = zip.getInputStream(entry(zip, line))) {
              require(line, in);
            }
          }
        });
  }

  private void checkFile() {
    if (!Files.isRegularFile(file)) {
      throw new BackupException("There is no file " + file + ".");
    }
  }

  private BackupSummary restore() throws IOException {
    checkFile();
    checkEmpty();
    return read(
        (zip, manifest) -> {
          Path unfinished = Files.createDirectories(root.resolve(UNFINISHED));
          try {
            for (BackupManifest.Line line : manifest.files()) {
              write(zip, line, unfinished);
            }
            Files.createDirectories(unfinished.resolve(ArchiveTree.ORIGINALS));
            putInPlace(unfinished);
          } finally {
            AtomicFile.deleteTree(unfinished);
          }
        });
  }

  private interface Reading {
    void of(ZipFile zip, BackupManifest manifest) throws IOException;
  }

  private BackupSummary read(Reading reading) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      BackupManifest manifest = manifest(zip);
      checkNames(zip, manifest);
      reading.of(zip, manifest);
      return manifest.summary(List.of());
    } catch (ZipException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private void checkEmpty() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      throw new BackupException(root + " is not a folder.");
    }
    for (Path entry : AtomicFile.list(root)) {
      boolean isFolder = Files.isDirectory(entry, NOFOLLOW_LINKS);
      if (!isFolder || !AtomicFile.list(entry).isEmpty()) {
        throw new BackupException(
            "%s is not empty: it holds %s. Name an empty folder with --root DIR."
                .formatted(root, entry.getFileName()));
      }
    }
  }

  private BackupManifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw new BackupException(file + " is no backup of Speil: it has no manifest.json.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      BackupManifest manifest = BackupManifest.read(in.readNBytes(LARGEST_MANIFEST));
      if (manifest == null || manifest.speilBackup() < BackupManifest.FORM) {
        throw damaged("its manifest.json cannot be read");
      }
      if (manifest.speilBackup() > BackupManifest.FORM) {
        throw new BackupException(
            file + " was made by a newer version of Speil. Restore it with that version.");
      }
      return manifest;
    }
  }

  /** Exactly what the manifest lists must be there, and nothing that leads elsewhere. */
  private void checkNames(ZipFile zip, BackupManifest manifest) {
    Set<String> listed = new HashSet<>(Set.of(BackupManifest.NAME));
    for (BackupManifest.Line line : manifest.files()) {
      if (!mayBeRestored(line.path())) {
        throw damaged("it holds \"" + line.path() + "\", which is no file of an archive");
      }
      if (!listed.add(line.path()) || zip.getEntry(line.path()) == null) {
        throw damaged(line.path() + " is missing, or listed twice");
      }
    }
    zip.stream()
        .filter(entry -> !listed.contains(entry.getName()))
        .findFirst()
        .ifPresent(
            entry -> {
              throw damaged(
                  "it holds \"" + entry.getName() + "\", which its manifest does not list");
            });
  }

  private boolean mayBeRestored(String name) {
    try {
      Path path = Path.of(name);
      boolean plain =
          path.normalize().equals(path)
              && path.toString().replace(path.getFileSystem().getSeparator(), "/").equals(name)
              && root.resolve(path).normalize().startsWith(root);
      return plain
          && (ArchiveTree.SINGLE.contains(name)
              || name.matches("(?s)(archive|translations|memory)/.+")
              || name.matches("(?s)\\.speil/(edits/[0-9]{1,9}|imported/.+)"));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Writes a file, and reads what stands on the disk then. */
  private void write(ZipFile zip, BackupManifest.Line line, Path folder) throws IOException {
    Path copy = folder.resolve(line.path());
    ZipEntry entry = entry(zip, line);
    Files.createDirectories(Objects.requireNonNull(copy.getParent(), "below that folder"));
    try (InputStream in = zip.getInputStream(entry)) {
      if (line.path().equals(ArchiveTree.ACCOUNTS)) {
        PrivateFile.create(copy);
      } else {
        Files.createFile(copy);
      }
      try (FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        out.transferFrom(Channels.newChannel(in), 0, line.size() + 1); // if longer, to be refused
      }
      Files.setLastModifiedTime(copy, entry.getLastModifiedTime());
    } catch (FileAlreadyExistsException e) {
      throw damaged(line.path() + " has the name of another file of it on this disk");
    }
    try (InputStream written = Files.newInputStream(copy)) {
      require(line, written);
    }
  }

  private void require(BackupManifest.Line line, InputStream content) throws IOException {
    MessageDigest digest = TextHash.sha256();
    long size = content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (size != line.size() || !sha256.equals(line.sha256())) {
      throw damaged(line.path() + " is not as it was copied");
    }
  }

  private static ZipEntry entry(ZipFile zip, BackupManifest.Line line) {
    return Objects.requireNonNull(zip.getEntry(line.path()), "looked for before");
  }

  /** The originals last: what has none is no archive yet. */
  private void putInPlace(Path unfinished) throws IOException {
    List<Path> entries = AtomicFile.list(unfinished).stream().sorted().toList().reversed();
    for (Path entry : entries) {
      Path place = root.resolve(entry.getFileName().toString());
      Files.deleteIfExists(place);
      AtomicFile.move(entry, place);
    }
  }

  private BackupException damaged(String why) {
    return new BackupException(
        file
            + " is damaged, or no backup: "
            + why
            + ". Nothing can be restored from it; take another.");
  }
}
