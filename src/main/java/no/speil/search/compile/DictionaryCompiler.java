package no.speil.search.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.lexicon.CompiledResource;
import no.speil.lexicon.Dictionary;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.analysis.InflectedForms;

/**
 * Turns the files of the dictionary into what the program reads at its start, since stemming and
 * weighing them takes some seconds. The build runs it; without it the program does so itself.
 */
public final class DictionaryCompiler {
  private static final String PHRASES = "phrases.compiled";

  private DictionaryCompiler() {}

  /** Writes the resources into a folder of classes unless they are newer than all of these. */
  public static void main(String[] folder) throws IOException {
    Path classes = Path.of(folder[0]);
    Path words = classes.resolve("no/speil/lexicon/dictionary.compiled");
    Path phrases = classes.resolve("no/speil/search/compile").resolve(PHRASES);
    if (!Files.exists(phrases) || isOlderThanSome(phrases, classes)) {
      Path forms = classes.resolve("no/speil/search/analysis/inflections.compiled");
      Files.write(forms, InflectedForms.compile()); // first, since they are needed for the others
      Dictionary dictionary = Dictionary.ofFiles(new IndexTokenizer());
      Files.write(words, dictionary.compile());
      GlossaryPhrases all =
          GlossaryPhrases.of(new FieldTerms(new FieldAnalyzer()), dictionary.phrases());
      Files.write(phrases, CompiledResource.write(BuiltInDictionary.hash(), all::write));
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

  /** The phrases of the dictionary, as they were compiled if they still are those. */
  static GlossaryPhrases phrases(FieldTerms terms) {
    Optional<GlossaryPhrases> compiled =
        CompiledResource.read(
            DictionaryCompiler.class,
            PHRASES,
            BuiltInDictionary.hash(),
            in -> GlossaryPhrases.read(terms, in));
    return compiled.orElseGet(() -> GlossaryPhrases.of(terms, BuiltInDictionary.get().phrases()));
  }
}
