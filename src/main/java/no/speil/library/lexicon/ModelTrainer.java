package no.speil.library.lexicon;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.PublicView;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Glossary;
import no.speil.lexicon.GlossaryMatcher;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources;
import no.speil.lexicon.LexiconSources.Pairs;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.SideFileReader;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.index.SearchableIndex;
import no.speil.search.index.SectionIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the archive what searching needs to know of its languages, and again in the
 * background when the archive has become another: which words are made of others, for which the
 * sections are indexed anew beside the index in use once the originals have doubled; and what words
 * are called in the other language, once a tenth of the pairs are others or the glossary is. What
 * is learned depends on the files alone. Merges the segments of a first index in the end.
 */
public final class ModelTrainer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelTrainer.class);
  private static final long SAMPLE_CHARACTERS = 32L << 20;
  private static final long FEW_BYTES = 20_000;

  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue;
  private final DocumentStore store;
  private final Supplier<Optional<PublicView>> view;

  /** Held while something is put into the index or a file; not while learning. */
  private final Object writing = new Object();

  private final Object glossaryLock = new Object();

  private volatile boolean closing;
  private volatile Glossary glossary = Glossary.EMPTY;
  private volatile GlossaryMatcher glossaryMatcher = GlossaryMatcher.EMPTY;
  private volatile long refilled;
  private volatile long toRefill;
  private final TimeEstimate estimate = new TimeEstimate();
  private volatile String glossaryHash = "";
  private boolean glossaryRead = true;
  private @Nullable Thread thread;

  /**
   * @param view of what everybody may read, which is all that words are learned from; empty where
   *     that is everything
   */
  public ModelTrainer(
      Archive archive,
      SectionIndex index,
      Catalogue catalogue,
      DocumentStore store,
      Supplier<Optional<PublicView>> view) {
    this.archive = archive;
    this.index = index;
    this.catalogue = catalogue;
    this.store = store;
    this.view = view;
  }

  /** The glossary, to be looked up in. */
  public GlossaryMatcher glossary() {
    return glossaryMatcher;
  }

  /** What is odd about the glossary. */
  public List<Problem> problems() {
    return glossary.problems();
  }

  /**
   * Learns the compounds before anything is indexed.
   *
   * @param documents all that there are
   * @param size of the originals, in bytes
   */
  public void begin(Supplier<List<DocumentId>> documents, long size) {
    if (index.compoundsFrom().isEmpty() && catalogue.ids().isEmpty()) {
      index.prepare(compounds(documents.get()), String.valueOf(size));
      index.swap(false);
    }
  }

  /**
   * Looks whether there is something to learn, and learns it: at once where nothing is known, else
   * in the background.
   *
   * @param size of the originals, in bytes
   * @param vanished documents of which only the record is left
   */
  public synchronized void look(long size, List<DocumentId> vanished) {
    readGlossary();
    if (index.lexiconFrom().isEmpty()) {
      learnWords();
    }
    boolean isBusy = thread != null && thread.isAlive();
    if (!isBusy && !closing && (indexIsOld(size) || wordsAreOld() || index.awaitsMerge())) {
      thread =
          Thread.ofPlatform().daemon().name("model-trainer").start(() -> train(size, vanished));
    }
  }

  /** Waits until nothing is being learned, or so long. */
  public boolean awaitIdle(Duration atMost) throws InterruptedException {
    Thread busy;
    synchronized (this) {
      busy = thread;
    }
    return busy == null || busy.join(atMost);
  }

  /** How far the index is that is made in place of one that was lost. */
  public Refill refill() {
    return new Refill(refilled, toRefill, estimate.remaining());
  }

  /** So many documents of all; the time that the others take is null where it is not known. */
  public record Refill(long done, long total, @Nullable Duration remaining) {}

  /** An archive that was moved away keeps its index, which comes back with it. */
  private boolean indexIsOld(long size) {
    return archive.isThere() && (index.loss().isPresent() || compoundsAreOld(size));
  }

  private boolean compoundsAreOld(long size) {
    String from = index.compoundsFrom();
    long then = from.isEmpty() ? 0 : Long.parseLong(from);
    return size > FEW_BYTES && size > 2 * then;
  }

  private boolean wordsAreOld() {
    return LexiconOrigin.parse(index.lexiconFrom())
        .map(origin -> origin.isOutdated(origin()))
        .orElse(true);
  }

  /** What a lexicon would be learned from now. */
  private LexiconOrigin origin() {
    String closed =
        learnable()
            .map(it -> String.valueOf(List.of(it.closed(), catalogue.closed()).hashCode()))
            .orElse("");
    return new LexiconOrigin(pairs(), BuiltInDictionary.hash(), glossaryHash, closed);
  }

  private void train(long size, List<DocumentId> vanished) {
    try {
      boolean indexIsOld = indexIsOld(size);
      if (indexIsOld || wordsAreOld()) {
        learn(indexIsOld, size, vanished);
      }
      if (index.awaitsMerge()) {
        index.merge();
      }
    } catch (RuntimeException e) {
      if (closing || index.loss().isPresent()) { // a lost index is told of, and built anew, next
        LOG.debug("the index was closed or lost meanwhile", e);
      } else {
        LOG.error("learning from the archive or merging its index failed; the rest is kept", e);
      }
    }
  }

  private void learn(boolean indexIsOld, long size, List<DocumentId> vanished) {
    long start = System.nanoTime();
    if (indexIsOld) {
      buildNext(size, vanished);
    }
    learnWords();
    LOG.info(
        "learned from the archive in {} s",
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0);
  }

  /** Indexes every document anew beside the index in use, which is kept up to date meanwhile. */
  private void buildNext(long size, List<DocumentId> vanished) {
    index
        .loss()
        .ifPresent(
            loss -> LOG.warn("The index is lost ({}); it is built anew.", loss.getMessage()));
    CompoundSplitter compounds = compounds(catalogue.ids());
    unlessClosing(() -> index.prepare(compounds, String.valueOf(size)));
    var all = new ArrayList<>(catalogue.ids());
    all.addAll(catalogue.failed());
    all.addAll(vanished);
    toRefill = all.size();
    estimate.start(all.size(), System.nanoTime());
    for (int i = 0; i < all.size(); i++) {
      DocumentId id = all.get(i);
      refilled = i;
      unlessClosing(() -> store.refill(id));
      estimate.advance(1, System.nanoTime());
    }
    unlessClosing(() -> index.swap(true));
    toRefill = 0;
  }

  private void learnWords() {
    LexiconOrigin origin = origin();
    Lexicon lexicon =
        learnable()
            .<SearchableIndex>map(index::publicPart)
            .orElse(index)
            .lookUp(
                lookup ->
                    Lexicon.learn(
                        index.tokenizer(),
                        new LexiconSources(
                            untilClosing(lookup.pairs(Lexicon.MOST_PAIRS)),
                            lookup.words(Side.ORIGINAL),
                            lookup.words(Side.TRANSLATION),
                            BuiltInDictionary.get(),
                            glossary.entries())));
    unlessClosing(() -> index.use(lexicon, origin.encode()));
  }

  /** What everybody sees may be learned from; of what nobody sees, everything. */
  private Optional<PublicView> learnable() {
    return view.get().filter(it -> !it.isEmpty());
  }

  private Pairs untilClosing(Pairs pairs) {
    return sink ->
        pairs.each(
            (original, translation) -> {
              if (closing) {
                throw new CancellationException("the archive is being closed");
              }
              sink.accept(original, translation);
            });
  }

  private void unlessClosing(Runnable work) {
    synchronized (writing) {
      if (!closing) {
        work.run();
      }
    }
  }

  /** How many sections have a translation. */
  private long pairs() {
    return catalogue.counts().progress().freshness().values().stream()
        .mapToLong(count -> count.sections())
        .sum();
  }

  /** Takes up a change of the glossary's file at once, instead of with the next look. */
  public void readGlossary() {
    synchronized (glossaryLock) {
      try {
        String text = archive.glossary().map(SourceFile::text).orElse("");
        String hash = text.isEmpty() ? "" : TextHash.ofNormalized(text).hex();
        if (!hash.equals(glossaryHash) || !glossaryRead) {
          glossary = Glossary.parse(text, Archive.GLOSSARY);
          glossaryMatcher = new GlossaryMatcher(new IndexTokenizer(), glossary);
          glossaryHash = hash;
          glossaryRead = true;
        }
      } catch (FileAccessException e) {
        glossary = // what was known goes on being used, and is read again when it can be
            new Glossary(glossary.entries(), List.of(SideFileReader.unreadable(e)));
        glossaryRead = false;
      }
    }
  }

  /** From a sample of the originals that is drawn by their names, so that it is always the same. */
  private CompoundSplitter compounds(List<DocumentId> documents) {
    var tokenizer = IndexTokenizer.ofWrittenWords();
    Map<String, Long> words = new HashMap<>();
    List<DocumentId> drawn =
        documents.stream()
            .sorted(
                Comparator.comparingInt(ModelTrainer::lot).thenComparing(Comparator.naturalOrder()))
            .toList();
    long left = SAMPLE_CHARACTERS;
    for (DocumentId id : drawn) {
      if (left <= 0 || closing) {
        break;
      }
      String text = original(id);
      tokenizer.terms(Side.ORIGINAL, text).forEach(word -> words.merge(word, 1L, Long::sum));
      left -= text.length();
    }
    return CompoundSplitter.learn(sink -> words.forEach(sink::accept), BuiltInDictionary.get());
  }

  private static int lot(DocumentId id) {
    return id.value().hashCode() * 0x9E3779B9;
  }

  private String original(DocumentId id) {
    try {
      return archive.original(id).map(SourceFile::text).orElse("");
    } catch (UncheckedIOException e) {
      return ""; // listed as a problem when the document is read
    }
  }

  /** Ends what is going on; what is being learned then is not used. */
  @Override
  public void close() {
    synchronized (writing) { // waits for what is being written
      closing = true;
    }
  }
}
