package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.AnalysisFingerprint;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.execute.SearchExecutor;
import no.speil.search.suggest.SearchAssist;

/**
 * An index all of whose terms were made with the same compounds, in a folder of its own, with what
 * was learned beside it and those who answer from both.
 */
final class IndexGeneration {
  private static final String COMPOUNDS = "compounds";
  static final String LEXICON = "lexicon";

  private final Path place;
  private final IndexDirectory folder;
  private final OpenIndex sections;
  private final SearchExecutor searchExecutor;
  private final SearchAssist searchAssist;
  private final String compoundsFrom;

  /** What a lexicon must have been learned under to be of use here. */
  private final String mark;

  private volatile String lexiconFrom = "";

  private IndexGeneration(
      Path place,
      IndexDirectory folder,
      OpenIndex sections,
      SearchExecutor searchExecutor,
      SearchAssist searchAssist,
      String compoundsFrom,
      String mark) {
    this.place = place;
    this.folder = folder;
    this.sections = sections;
    this.searchExecutor = searchExecutor;
    this.searchAssist = searchAssist;
    this.compoundsFrom = compoundsFrom;
    this.mark = mark;
  }

  /** Opens what is there; what is missing or damaged there is empty. */
  static IndexGeneration open(Path place, Duration limit, boolean writing) {
    Optional<ModelFile> modelFile = ModelFile.read(place.resolve(COMPOUNDS));
    CompoundSplitter compounds =
        modelFile.map(IndexGeneration::compounds).orElse(CompoundSplitter.NONE);
    var fieldAnalyzer = new FieldAnalyzer(compounds);
    var terms = new FieldTerms(new FieldAnalyzer());
    String fingerprint = AnalysisFingerprint.of(terms, compounds);
    var folder = new IndexDirectory(place.resolve("sections"), fingerprint);
    IndexDirectory.Opened opened =
        writing ? folder.openForWriting(fieldAnalyzer) : folder.openForReading();
    var searchExecutor = new SearchExecutor(fieldAnalyzer, terms, limit);
    var generation =
        new IndexGeneration(
            place,
            folder,
            new OpenIndex(folder, opened),
            searchExecutor,
            new SearchAssist(fieldAnalyzer, terms),
            modelFile.map(ModelFile::from).orElse(""),
            TextHash.ofNormalized(Lexicon.VERSION + fingerprint).hex() + " ");
    ModelFile.read(place.resolve(LEXICON)).ifPresent(generation::take);
    return generation;
  }

  /** Writes down what a generation that is not open yet is to be made with. */
  static void prepare(Path place, CompoundSplitter compounds, String from) {
    try {
      new ModelFile(from, compounds.toBytes()).write(place.resolve(COMPOUNDS));
    } catch (IOException e) {
      throw new UncheckedIOException("preparing the index in " + place + ": " + e, e);
    }
  }

  OpenIndex sections() {
    return sections;
  }

  String compoundsFrom() {
    return compoundsFrom;
  }

  String lexiconFrom() {
    return lexiconFrom;
  }

  SearchExecutor searching() {
    return searchExecutor;
  }

  SearchAssist offers() {
    return searchAssist;
  }

  /** Searches with that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    try {
      if (sections.loss().isEmpty()) { // else the folder may be another's
        new ModelFile(mark + from, lexicon.toBytes()).write(place.resolve(LEXICON));
      }
    } catch (IOException e) {
      throw folder.failed("writing the lexicon beside", e);
    }
    searchExecutor.use(lexicon);
    lexiconFrom = from;
  }

  /** Nothing where it was learned in other terms or by another method: it is learned again. */
  private void take(ModelFile modelFile) {
    if (!modelFile.from().startsWith(mark)) {
      return;
    }
    try {
      searchExecutor.use(Lexicon.fromBytes(modelFile.bytes()));
      lexiconFrom = modelFile.from().substring(mark.length());
    } catch (UncheckedIOException e) {
      lexiconFrom = ""; // of another version: learned again
    }
  }

  private static CompoundSplitter compounds(ModelFile modelFile) {
    try {
      return CompoundSplitter.fromBytes(modelFile.bytes());
    } catch (UncheckedIOException e) {
      return CompoundSplitter.NONE; // the index, made with others, is then emptied
    }
  }
}
