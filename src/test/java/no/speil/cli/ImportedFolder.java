package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of files to import beside an archive to import them into, in one temporary folder. */
final class ImportedFolder {
  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2};

  private final Path folder;

  ImportedFolder(Path folder) {
    this.folder = folder;
    create(root().resolve("archive"));
    create(source());
  }

  /** What a command left behind. */
  record Outcome(int code, String out, String err) {}

  Path root() {
    return folder.resolve("root");
  }

  Path source() {
    return folder.resolve("source");
  }

  ImportedFolder put(String path, String text) {
    return put(path, text.getBytes(UTF_8));
  }

  /** Writes a file to be imported. */
  ImportedFolder put(String path, byte[] bytes) {
    try {
      Path file = source().resolve(path);
      create(source().resolve(path + "/..").normalize());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code import}; arguments that begin with a slash are paths below the source. */
  Outcome run(String... arguments) {
    var words = new ArrayList<>(List.of("import", "--root", root().toString()));
    Stream.of(arguments)
        .map(each -> isOfSource(each) ? source() + each : each)
        .map(each -> each.endsWith("/") ? each.substring(0, each.length() - 1) : each)
        .forEach(words::add);
    return command(words);
  }

  private boolean isOfSource(String argument) {
    return argument.startsWith("/") && !argument.startsWith(folder.toString());
  }

  /** The lines that {@code check} has on problems; a count of them is the last line. */
  Outcome check() {
    return command(List.of("check", "--root", root().toString()));
  }

  private static Outcome command(List<String> words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        SpeilCommand.run(
            words.toArray(String[]::new),
            Map.of(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The text of a file of the archive. */
  String read(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of the archive, without what the program notes for itself. */
  List<String> files() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root().relativize(file).toString())
          .filter(file -> !file.startsWith(".speil/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
