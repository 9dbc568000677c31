package no.speil.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.search.Due;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.StateValue;
import no.speil.search.Status;
import no.speil.search.Titles;
import no.speil.tracking.Signature;
import no.speil.tracking.Tasks;
import no.speil.tracking.TrackedSection;

/** A document as the index is told of it. */
final class IndexEntries {
  private IndexEntries() {}

  static IndexedDocument document(LiveDocument live, Card card) {
    Metadata metadata = live.metadata();
    Leaf translation = live.translation();
    Metadata.Credits credits = metadata.credits();
    List<String> translators =
        translation == null ? List.of() : translation.text().metadata().credits().translators();
    return new IndexedDocument(
        live.id(),
        new Titles(live.title(Side.ORIGINAL), live.title(Side.TRANSLATION)),
        metadata.language(),
        new Metadata.Credits(
            credits.authors(),
            translators.isEmpty() ? credits.translators() : translators,
            credits.publisher()),
        metadata.classification(),
        CardBytes.write(card));
  }

  /** What is left of a document whose texts are gone. */
  static IndexedDocument remains(DocumentId id) {
    return new IndexedDocument(
        id,
        new Titles("", ""),
        Language.UNDETERMINED,
        Metadata.Credits.NONE,
        Metadata.Classification.NONE,
        new byte[0]);
  }

  static List<IndexedSection> sections(Loaded loaded) {
    LiveDocument live = loaded.live();
    var entries = new ArrayList<IndexedSection>(live.sections().size());
    String heading = "";
    for (int position = 0; position < live.sections().size(); position++) {
      TrackedSection tracked = live.sections().get(position);
      Section section = tracked.section();
      Role role = role(section);
      heading = role == Role.HEADING ? headingOf(section) : heading;
      entries.add(
          new IndexedSection(
              section.id(),
              new Place(position, role, heading),
              section.words(Side.ORIGINAL),
              section.words(Side.TRANSLATION),
              new Status(
                  StateValue.of(tracked.standing().state(), tracked.standing().isLeftOut()),
                  tracked.standing().freshness(),
                  new Due(
                      Tasks.of(tracked, live.originalElsewhere()).orElse(null),
                      Tasks.reported(tracked).orElse(null)),
                  translator(tracked),
                  loaded.ledger().changed(section.id()).orElse(Instant.EPOCH))));
    }
    return entries;
  }

  private static String translator(TrackedSection tracked) {
    Signature translated = tracked.standing().credit().translated();
    return translated == null ? "" : translated.by();
  }

  private static Role role(Section section) {
    if (section.isTitle()) {
      return Role.TITLE;
    }
    return either(section).getFirst().kind() == BlockKind.HEADING ? Role.HEADING : Role.TEXT;
  }

  private static String headingOf(Section section) {
    return section.words(section.original().isEmpty() ? Side.TRANSLATION : Side.ORIGINAL);
  }

  private static List<Block> either(Section section) {
    return section.original().isEmpty() ? section.translation() : section.original();
  }
}
