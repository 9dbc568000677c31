package no.speil.library.documents;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.RecordState;
import no.speil.record.StatusEvent;
import no.speil.record.TextHistory;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what was made of originals that their sections no longer have, since they were changed or
 * taken out. The index notes whose records know such an original, so that few are read.
 * Thread-safe.
 */
public final class EarlierTranslations {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierTranslations.class);

  /** So many records are read for a text. */
  private static final int MOST_DOCUMENTS = 8;

  private final Archive archive;
  private final DocumentStore documents;
  private final FingerprintIndex index;

  EarlierTranslations(Archive archive, DocumentStore documents, FingerprintIndex index) {
    this.archive = archive;
    this.documents = documents;
    this.index = index;
  }

  /**
   * A translation of an original.
   *
   * @param signature of who made it or vouched for it; null where nobody is known
   */
  public record EarlierTranslation(
      DocumentId document,
      SectionId section,
      String translation,
      @Nullable EventSignature signature) {}

  /** An original and what stood for it. */
  private record Pair(
      SectionId section,
      TextHash original,
      TextHash translation,
      @Nullable EventSignature signature) {

    boolean isOfToday(Map<SectionId, TrackedSection> sections) {
      TrackedSection now = sections.get(section);
      return now != null && now.version().original().equals(original.hex());
    }
  }

  /**
   * By what the index finds a document.
   *
   * @param sections those of today
   */
  static List<TextHash> fingerprints(RecordState record, Map<SectionId, TrackedSection> sections) {
    return pairs(record)
        .filter(pair -> !pair.isOfToday(sections))
        .map(pair -> mark(pair.original()))
        .distinct()
        .toList();
  }

  /** The hash of a text that a record knows, which no text has. */
  private static TextHash mark(TextHash original) {
    return TextHash.ofNormalized("translated before: " + original.hex());
  }

  /** What people did comes last. */
  private static Stream<Pair> pairs(RecordState record) {
    Stream<Pair> lost =
        record.lost().stream()
            .filter(each -> !each.isTitle())
            .filter(each -> each.original().size() == 1 && each.translation().size() == 1)
            .map(EarlierTranslations::pair);
    Stream<Pair> acted =
        Event.all(record.events(), StatusEvent.class)
            .filter(each -> !each.original().isEmpty() && !each.translation().isEmpty())
            .map(EarlierTranslations::pair);
    return Stream.concat(lost, acted);
  }

  private static Pair pair(SectionLayout lost) {
    return new Pair(
        lost.id(), lost.original().getFirst().hash(), lost.translation().getFirst().hash(), null);
  }

  private static Pair pair(StatusEvent event) {
    return new Pair(
        event.section(), event.original().hash(), event.translation().hash(), event.signature());
  }

  /** Translations of the same original, the last of each section that had it. */
  public List<EarlierTranslation> of(TrackedSection section) {
    if (section.section().original().isEmpty()) {
      return List.of();
    }
    TextHash wanted = TextHash.of(section.section().original());
    return index.alike(List.of(mark(wanted)), 1, MOST_DOCUMENTS).stream()
        .flatMap(id -> in(id, wanted))
        .toList();
  }

  private Stream<EarlierTranslation> in(DocumentId id, TextHash wanted) {
    try {
      Optional<LiveDocument> live = documents.findLoadable(id);
      RecordState record =
          live.map(LiveDocument::record).orElseGet(() -> archive.record(id)).state();
      Map<SectionId, TrackedSection> sections = live.map(LiveDocument::byId).orElse(Map.of());
      var last = new LinkedHashMap<SectionId, Pair>();
      pairs(record)
          .filter(pair -> pair.original().equals(wanted) && !pair.isOfToday(sections))
          .forEach(pair -> last.put(pair.section(), pair));
      return last.values().stream()
          .flatMap(
              pair ->
                  wording(pair, id, record, sections.get(pair.section())).stream()
                      .map(
                          text ->
                              new EarlierTranslation(id, pair.section(), text, pair.signature())));
    } catch (UncheckedIOException e) {
      LOG.debug("the record of {} tells nothing", id, e); // loading it lists the problem
      return Stream.of();
    }
  }

  private Optional<String> wording(
      Pair pair, DocumentId id, RecordState record, @Nullable TrackedSection now) {
    TextHistory history = documents.textHistory(id, pair.section(), record.events());
    if (now != null) {
      history.add(Side.TRANSLATION, TextSnapshot.of(now.section().translation()));
    }
    return history.wording(Side.TRANSLATION, pair.translation());
  }
}
