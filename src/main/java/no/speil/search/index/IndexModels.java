package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.BuiltInDictionary;

/**
 * The models of one generation, in files beside its index: the compounds, with which all its terms
 * are made, and the lexicon.
 */
final class IndexModels {
  static final String LEXICON = "lexicon";
  private static final String COMPOUNDS = "compounds";

  private final Path folder;
  private final CompoundSplitter compounds;
  private final String compoundsFrom;

  private IndexModels(Path folder, CompoundSplitter compounds, String compoundsFrom) {
    this.folder = folder;
    this.compounds = compounds;
    this.compoundsFrom = compoundsFrom;
  }

  /** A lexicon, and a note of what it was learned from. */
  record StoredLexicon(Lexicon lexicon, String from) {}

  /** Reads the compounds in a generation's folder; none if they are missing or damaged. */
  static IndexModels in(Path folder) {
    Optional<ModelFile> file = ModelFile.read(folder.resolve(COMPOUNDS));
    return new IndexModels(
        folder,
        file.map(IndexModels::compounds).orElse(CompoundSplitter.NONE),
        file.map(ModelFile::from).orElse(""));
  }

  /** Writes the compounds of a generation before it is opened. */
  static void prepare(Path folder, CompoundSplitter compounds, String from) {
    try {
      new ModelFile(from, compounds.toBytes()).write(folder.resolve(COMPOUNDS));
    } catch (IOException e) {
      throw new UncheckedIOException("preparing the index in " + folder + ": " + e, e);
    }
  }

  CompoundSplitter compounds() {
    return compounds;
  }

  String compoundsFrom() {
    return compoundsFrom;
  }

  /**
   * Reads the lexicon; empty if there is none for these terms and this version.
   *
   * @param fingerprint of the terms, see {@link no.speil.search.analysis.AnalysisFingerprint}
   */
  Optional<StoredLexicon> lexicon(String fingerprint) {
    String mark = mark(fingerprint);
    return ModelFile.read(folder.resolve(LEXICON))
        .filter(file -> file.from().startsWith(mark))
        .flatMap(file -> lexicon(file, file.from().substring(mark.length())));
  }

  private static Optional<StoredLexicon> lexicon(ModelFile file, String from) {
    try {
      return Optional.of(
          new StoredLexicon(Lexicon.fromBytes(file.bytes(), BuiltInDictionary.get()), from));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // of another version: learned again
    }
  }

  void write(StoredLexicon stored, String fingerprint) throws IOException {
    new ModelFile(mark(fingerprint) + stored.from(), stored.lexicon().toBytes())
        .write(folder.resolve(LEXICON));
  }

  /** The first part of a lexicon's note; it differs for other terms and other versions. */
  private static String mark(String fingerprint) {
    return TextHash.ofNormalized(Lexicon.VERSION + fingerprint).hex() + " ";
  }

  private static CompoundSplitter compounds(ModelFile file) {
    try {
      return CompoundSplitter.fromBytes(file.bytes());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return CompoundSplitter.NONE; // the index, made with others, is then emptied
    }
  }
}
