package no.speil.search.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.speil.lexicon.Dictionary;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.analysis.InflectedForms;
import no.speil.search.compile.GlossaryPhrases;

/**
 * Turns the files of the dictionary into what the program reads at its start, since stemming and
 * weighing them takes some seconds. The build runs it; without it the program does so itself.
 */
public final class DictionaryCompiler {
  private DictionaryCompiler() {}

  /** Writes the resources into a folder of classes unless they are newer than all of these. */
  public static void main(String[] folder) throws IOException {
    Path classes = Path.of(folder[0]);
    Path search = classes.resolve("no/speil/search");
    Path phrases = search.resolve("compile").resolve(GlossaryPhrases.COMPILED);
    if (!Files.exists(phrases) || isOlderThanSome(phrases, classes)) {
      Path forms = search.resolve("analysis").resolve(InflectedForms.COMPILED);
      Files.write(forms, InflectedForms.compile()); // first, since they are needed for the others
      Dictionary dictionary = Dictionary.ofFiles(new IndexTokenizer());
      Files.write(
          classes.resolve("no/speil/lexicon").resolve(Dictionary.COMPILED), dictionary.compile());
      var terms = new FieldTerms(new FieldAnalyzer());
      Files.write(phrases, GlossaryPhrases.of(terms, dictionary.phrases()).compile());
    }
  }

  private static boolean isOlderThanSome(Path file, Path classes) throws IOException {
    long made = Files.getLastModifiedTime(file).toMillis();
    for (String used : new String[] {"corpus", "lexicon", "search"}) {
      try (Stream<Path> files = Files.walk(classes.resolve("no/speil").resolve(used))) {
        if (files
            .filter(Files::isRegularFile)
            .anyMatch(each -> each.toFile().lastModified() > made)) {
          return true;
        }
      }
    }
    return false;
  }
}
