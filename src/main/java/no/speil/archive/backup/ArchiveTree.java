package no.speil.archive.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile;
import no.speil.archive.LastImports;
import no.speil.archive.MemoryFolder;
import no.speil.archive.TemporaryFile;
import no.speil.corpus.text.Normalization;
import no.speil.markdown.parse.FrontMatterEntries;

/**
 * Everything that belongs into a backup, as it lies there at one moment: the files of a document
 * together, since an action can change several of them.
 *
 * @param groups paths below the root by the document they belong to; a file of none by its own path
 * @param leftOut paths of what is no regular file
 */
record ArchiveTree(SortedMap<String, List<String>> groups, List<String> leftOut) {
  static final String ORIGINALS = "archive/";
  static final String TRANSLATIONS = "translations/";

  private static final List<String> FOLDERS =
      List.of(ORIGINALS, TRANSLATIONS, MemoryFolder.NAME + "/", LastImports.FOLDER);

  /** Who may write, with hashes of their passwords: for the owner of the file only. */
  static final String ACCOUNTS = "accounts.json";

  /** Files beside the folders. */
  static final List<String> SINGLE = List.of(Archive.GLOSSARY, ACCOUNTS);

  /** A front matter is looked for in as many bytes. */
  private static final int HEAD = 1 << 14;

  static ArchiveTree of(Path root) throws IOException {
    var tree = new ArchiveTree(new TreeMap<>(), new ArrayList<>());
    for (String folder : FOLDERS) {
      Path real = folder(root, folder);
      if (Files.isDirectory(real)) {
        Files.walkFileTree(real, tree.collecting(folder, real));
      }
    }
    for (String single : SINGLE) {
      Path file = root.resolve(single);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        (regular ? tree.group(single) : tree.leftOut).add(single);
      }
    }
    return tree;
  }

  /** One of the folders, which may be a link, as Speil itself reads it. */
  private static Path folder(Path root, String name) throws IOException {
    Path folder = root.resolve(name.substring(0, name.length() - 1));
    return Files.exists(folder) ? folder.toRealPath() : folder;
  }

  /** Where a file of that path lies. */
  static Path file(Path root, String path) throws IOException {
    for (String folder : FOLDERS) {
      if (path.startsWith(folder)) {
        return folder(root, folder).resolve(path.substring(folder.length()));
      }
    }
    return root.resolve(path);
  }

  private List<String> group(String key) {
    return groups.computeIfAbsent(key, none -> new ArrayList<>());
  }

  /** Takes what lies in one of the folders into its groups. */
  private FileVisitor<Path> collecting(String name, Path folder) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        String below =
            folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        if (!attributes.isRegularFile()) {
          leftOut.add(name + below);
        } else if (!TemporaryFile.is(file)) {
          group(key(name, file, below)).add(name + below);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) { // removed while we looked
          return FileVisitResult.CONTINUE;
        }
        throw e;
      }
    };
  }

  /** The document's id, or the path of a file that is of no document. */
  private static String key(String name, Path file, String below) throws IOException {
    boolean isNote = name.equals(LastImports.FOLDER); // of a text, by whose path it is called
    String path = isNote ? below.replaceFirst("\\.json$", "") : name + below;
    ArchiveFile.Role role = ArchiveFile.Role.of(path).orElse(null);
    if (role == null) {
      return name + below;
    }
    String named = role == ArchiveFile.Role.TRANSLATION && !isNote ? original(file) : "";
    String id = path.substring(path.indexOf('/') + 1, path.lastIndexOf('.'));
    return Normalization.compose(named.isEmpty() ? id : named);
  }

  /** The document that the front matter of a translation names, if any. */
  private static String original(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String head = new String(in.readNBytes(HEAD), UTF_8);
      return head.contains("original")
          ? FrontMatterEntries.read(head, file.toString()).line("original")
          : "";
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
