package no.speil.align.dp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.align.dp.ParallelTexts.Parallel;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;

/** Pages of the National Library's site, aligned by a person. */
final class NationalLibraryPages {
  private static final Path CASES = Path.of("src/test/cases/aligned");
  private static final Path PAGES = TestCorpora.path("nb-preservation");

  private NationalLibraryPages() {}

  static List<Parallel> all() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().map(NationalLibraryPages::page).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + CASES, e);
    }
  }

  private static Parallel page(Path file) {
    try {
      String page = file.getFileName().toString().replace('_', '/').replace(".tsv", ".md");
      List<Block> original = blocks(PAGES.resolve("archive").resolve(page), Side.ORIGINAL);
      List<Block> translation =
          blocks(PAGES.resolve("translations").resolve(page), Side.TRANSLATION);
      var links = new ArrayList<List<Integer>>();
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#")) {
          List<String> sides = List.of(line.split("\t", -1));
          for (int i : places(sides.getFirst(), original)) {
            places(sides.getLast(), translation).forEach(j -> links.add(List.of(i, j)));
          }
        }
      }
      return new Parallel(original, translation, links);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private static List<Integer> places(String lines, List<Block> blocks) {
    List<Integer> starts = blocks.stream().map(block -> block.source().line()).toList();
    return Stream.of(lines.split(",", -1))
        .filter(line -> !line.isEmpty())
        .map(line -> starts.indexOf(Integer.parseInt(line)))
        .toList();
  }

  private static List<Block> blocks(Path file, Side side) throws IOException {
    String name = file.getFileName().toString();
    List<Block> blocks =
        new MarkdownReader().read(Files.readString(file), name, name, side).text().blocks();
    return blocks.subList(1, blocks.size());
  }
}
