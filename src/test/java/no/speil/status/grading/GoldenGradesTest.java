package no.speil.status.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.record.TestSections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares how changes are graded with {@code src/test/cases/golden/grades.tsv}, so that a change
 * of the grading is seen in the file's diff. {@code -Dupdate} writes the file anew.
 *
 * <p>A line is a text; each of its columns holds a letter for each of its blocks: the first letter
 * of the class of the change from one block to the next, from a block to its own words without
 * markup, to itself without the middle one of its words, and from a numbered item to the same with
 * the next number. The texts themselves stand beside the project and not in it.
 */
@Tag("slow")
class GoldenGradesTest {
  private static final Path GOLDEN = Path.of("src/test/cases/golden/grades.tsv");
  private static final String HEAD =
      "# text\tto the next block\tto its own words\twithout a word\trenumbered";
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})([.)]\\s.*)", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("\\S+\\s*");

  @Test
  void writtenCasesAreGradedAsBefore() throws IOException {
    var forth = new StringBuilder();
    var back = new StringBuilder();
    for (GradedCase written : GradedCase.all()) {
      forth.append(letter(written.older(), written.newer()));
      back.append(letter(written.newer(), written.older()));
    }

    compare("cases", List.of("cases\t" + forth + "\t" + back));
  }

  @Test
  void blocksOfRealTextsAreGradedAsBefore() throws IOException {
    Path corpora = TestCorpora.require("");
    var lines = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(corpora)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        if (file.getNameCount() > corpora.getNameCount() + 2) {
          lines.add(line(corpora.relativize(file).toString(), Files.readString(file)));
        }
      }
    }
    for (String story : Files.readAllLines(corpora.resolve("ntrex/dev.jsonl"))) {
      JsonNode read = new ObjectMapper().readTree(story);
      for (String language : List.of("nb", "nn")) {
        var text = new StringJoiner("\n\n");
        read.get(language).forEach(sentence -> text.add(sentence.asText()));
        lines.add(line("ntrex/" + read.get("id").asText() + "." + language, text.toString()));
      }
    }

    compare("texts", lines);
  }

  private static String line(String name, String source) {
    List<Block> blocks =
        new MarkdownReader().read(source, name, name, Side.ORIGINAL).text().blocks();
    var next = new StringBuilder();
    var words = new StringBuilder();
    var shorter = new StringBuilder();
    var renumbered = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      String markdown = blocks.get(i).markdown();
      if (i + 1 < blocks.size()) {
        next.append(letter(markdown, blocks.get(i + 1).markdown()));
      }
      words.append(letter(markdown, blocks.get(i).text()));
      shorter.append(letter(markdown, withoutWord(markdown)));
      Matcher number = NUMBER.matcher(markdown);
      if (number.matches()) {
        int more = Integer.parseInt(number.group(1)) + 1;
        renumbered.append(letter(markdown, more + number.group(2)));
      }
    }
    return String.join("\t", name, next, words, shorter, renumbered);
  }

  private static String withoutWord(String markdown) {
    List<MatchResult> words = WORD.matcher(markdown).results().toList();
    if (words.isEmpty()) {
      return markdown;
    }
    MatchResult middle = words.get(words.size() / 2);
    return markdown.substring(0, middle.start()) + markdown.substring(middle.end());
  }

  private static char letter(String older, String newer) {
    return TestSections.change(older, newer).grade().code().charAt(0);
  }

  /** The lines of one kind, those of the written cases or those of texts, in their order. */
  private static void compare(String kind, List<String> lines) throws IOException {
    List<String> golden = Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.of(HEAD);
    boolean cases = kind.equals("cases");
    if (System.getProperty("update") != null) {
      var updated = new ArrayList<String>(List.of(HEAD));
      List<String> others = golden.stream().filter(line -> isOther(line, cases)).toList();
      updated.addAll(cases ? lines : others);
      updated.addAll(cases ? others : lines);
      Files.write(GOLDEN, updated);
      return;
    }
    assertThat(lines)
        .isEqualTo(
            golden.stream()
                .filter(line -> !line.startsWith("#") && !isOther(line, cases))
                .toList());
  }

  private static boolean isOther(String line, boolean cases) {
    return !line.startsWith("#") && line.startsWith("cases\t") != cases;
  }
}
