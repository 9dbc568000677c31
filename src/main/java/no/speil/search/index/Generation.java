package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.speil.corpus.TextHash;
import no.speil.lexicon.Compounds;
import no.speil.lexicon.Lexicon;
import no.speil.search.answer.Searching;
import no.speil.search.around.Offers;
import no.speil.search.text.Analysis;
import no.speil.search.text.Fingerprint;
import no.speil.search.text.Terms;

/**
 * An index all of whose terms were made with the same compounds, in a folder of its own, with what
 * was learned beside it and those who answer from both.
 */
final class Generation {
  private static final String COMPOUNDS = "compounds";
  static final String LEXICON = "lexicon";

  private final Path place;
  private final IndexFolder folder;
  private final OpenIndex sections;
  private final Searching searching;
  private final Offers offers;
  private final String compoundsFrom;

  /** What a lexicon must have been learned under to be of use here. */
  private final String mark;

  private volatile String lexiconFrom = "";

  private Generation(
      Path place,
      IndexFolder folder,
      OpenIndex sections,
      Searching searching,
      Offers offers,
      String compoundsFrom,
      String mark) {
    this.place = place;
    this.folder = folder;
    this.sections = sections;
    this.searching = searching;
    this.offers = offers;
    this.compoundsFrom = compoundsFrom;
    this.mark = mark;
  }

  /** Opens what is there; what is missing or damaged there is empty. */
  static Generation open(Path place, Duration limit, boolean writing) {
    Optional<Learned> learned = Learned.read(place.resolve(COMPOUNDS));
    Compounds compounds = learned.map(Generation::compounds).orElse(Compounds.NONE);
    var analysis = new Analysis(compounds);
    var terms = new Terms(new Analysis());
    String fingerprint = Fingerprint.of(terms, compounds);
    var folder = new IndexFolder(place.resolve("sections"), fingerprint);
    IndexFolder.Opened opened = writing ? folder.openForWriting(analysis) : folder.openForReading();
    var searching = new Searching(analysis, terms, limit);
    var generation =
        new Generation(
            place,
            folder,
            new OpenIndex(folder, opened),
            searching,
            new Offers(analysis, terms, searching),
            learned.map(Learned::from).orElse(""),
            TextHash.ofNormalized(Lexicon.VERSION + fingerprint).hex() + " ");
    Learned.read(place.resolve(LEXICON)).ifPresent(generation::take);
    return generation;
  }

  /** Writes down what a generation that is not open yet is to be made with. */
  static void prepare(Path place, Compounds compounds, String from) {
    try {
      new Learned(from, compounds.toBytes()).write(place.resolve(COMPOUNDS));
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

  Searching searching() {
    return searching;
  }

  Offers offers() {
    return offers;
  }

  /** Searches with that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    try {
      new Learned(mark + from, lexicon.toBytes()).write(place.resolve(LEXICON));
    } catch (IOException e) {
      throw folder.failed("writing the lexicon beside", e);
    }
    searching.use(lexicon);
    lexiconFrom = from;
  }

  /** Nothing where it was learned in other terms or by another method: it is learned again. */
  private void take(Learned learned) {
    if (!learned.from().startsWith(mark)) {
      return;
    }
    try {
      searching.use(Lexicon.fromBytes(learned.bytes()));
      lexiconFrom = learned.from().substring(mark.length());
    } catch (UncheckedIOException e) {
      lexiconFrom = ""; // of another version: learned again
    }
  }

  private static Compounds compounds(Learned learned) {
    try {
      return Compounds.fromBytes(learned.bytes());
    } catch (UncheckedIOException e) {
      return Compounds.NONE; // the index, made with others, is then emptied
    }
  }
}
