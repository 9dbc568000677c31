package no.speil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;

/**
 * Makes up an archive: documents of about ten sections in folders of a hundred, most with a
 * translation, some of them partial, some marked by people, some of those stale since. The same
 * seed gives the same files. Holds one document at a time.
 */
public final class ArchiveGenerator {
  private static final int PER_FOLDER = 100;
  private static final List<String> KINDS = List.of("brev", "uttalelse", "vedtak", "rapport");
  private static final List<String> SUBJECTS =
      List.of(
          "arbeid",
          "bolig",
          "fred",
          "fiske",
          "helse",
          "klima",
          "kunst",
          "likestilling",
          "lov",
          "miljø",
          "skole",
          "skog",
          "språk",
          "trygd",
          "ytring");
  private static final int AUTHORS = 200;

  private final Path root;
  private final long seed;
  private final List<TrilingualSentence> sentences = TrilingualSentence.all();
  private final GeneratedRecords generatedRecords = new GeneratedRecords();

  private ArchiveGenerator(Path root, long seed) {
    this.root = root;
    this.seed = seed;
  }

  /** Writes so many documents below a folder. */
  public static void generate(Path root, int documents, long seed) {
    var generator = new ArchiveGenerator(root, seed);
    try {
      Files.createDirectories(root.resolve("archive"));
      try (Archive archive = Archive.open(root, Clock.systemUTC())) {
        for (int number = 0; number < documents; number++) {
          generator.document(archive, number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing below " + root, e);
    }
  }

  /** Folder, number of documents, seed. */
  public static void main(String[] args) {
    generate(Path.of(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]));
  }

  private void document(Archive archive, int number) throws IOException {
    var random = new Random(seed * 1_000_003 + number);
    TrilingualSentence title = sentences.get(random.nextInt(sentences.size()));
    GeneratedDocument generatedDocument =
        new GeneratedDocument.Writer(sentences, random, 50 + 2 * number).write();
    var id = new DocumentId("f%04d/d%06d".formatted(number / PER_FOLDER, number));
    String front = attributes(random);
    String original =
        file(
            GeneratedDocument.shortened(title.norwegian(generatedDocument.nynorsk())),
            "language: " + (generatedDocument.nynorsk() ? "nn" : "nb") + "\n" + front,
            generatedDocument.original());
    write("archive/" + id + ".md", original);
    int fate = random.nextInt(100);
    if (fate >= 70) {
      return;
    }
    boolean isPartial = fate < 12;
    List<String> blocks = generatedDocument.translation();
    String translation =
        file(
            GeneratedDocument.shortened(title.en()),
            "language: en\n",
            isPartial ? blocks.subList(0, blocks.size() / 2) : blocks);
    write("translations/" + id + ".md", translation);
    if (fate >= 60) {
      generatedRecords.record(archive, id, original, translation);
      if (fate >= 65) {
        write("archive/" + id + ".md", original.replaceFirst("\\.\n", " fra 1 til 7.\n"));
      }
    }
  }

  private static String attributes(Random random) {
    return "date: %d-%02d-%02d%n"
            .formatted(1950 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28))
        + "kind: "
        + KINDS.get(random.nextInt(KINDS.size()))
        + "\nauthors: ["
        + GeneratedNames.of(random.nextInt(AUTHORS))
        + "]\nsubjects: ["
        + SUBJECTS.get(random.nextInt(SUBJECTS.size()))
        + ", "
        + SUBJECTS.get(random.nextInt(SUBJECTS.size()))
        + "]\n";
  }

  private static String file(String title, String front, List<String> blocks) {
    return "---\ntitle: \""
        + title
        + "\"\n"
        + front
        + "---\n\n"
        + String.join("\n\n", blocks)
        + "\n";
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
