package no.speil.library.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.Access;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.DocumentSummaryCodec;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.record.SuggestEvent;
import no.speil.search.DocumentTitles;
import no.speil.search.DueTask;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedDocument.Publication;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.OpenItems;
import no.speil.search.StateFacet;
import no.speil.search.Waiting;
import no.speil.status.Mentions;
import no.speil.status.Replacement;
import no.speil.status.TaskRule;
import no.speil.status.TrackedSection;

/** A document as the index is told of it. */
final class IndexMapper {
  /** More names in one comment are a list of names, not a question. */
  private static final int MOST_ASKED = 50;

  private IndexMapper() {}

  static IndexedDocument document(LiveDocument live, DocumentSummary summary) {
    Metadata metadata = live.metadata();
    return new IndexedDocument(
        live.id(),
        new DocumentTitles(live.title(Side.ORIGINAL), live.title(Side.TRANSLATION)),
        metadata.language(),
        publication(live, metadata),
        metadata.classification(),
        live.access(),
        DocumentSummaryCodec.write(summary));
  }

  private static Publication publication(LiveDocument live, Metadata metadata) {
    SideFile translation = live.translation();
    return new Publication(
        metadata.credits(),
        translation == null ? Metadata.Credits.NONE : translation.text().metadata().credits(),
        Stream.of(Side.values())
            .map(side -> live.metadata(side).provenance().licence().words())
            .filter(rights -> !rights.isEmpty())
            .distinct()
            .toList(),
        live.originalElsewhere() ? metadata.provenance().source() : "");
  }

  /** What is left of a document whose texts are gone. */
  static IndexedDocument remains(DocumentId id) {
    return new IndexedDocument(
        id,
        new DocumentTitles("", ""),
        Language.UNDETERMINED,
        Publication.NONE,
        Metadata.Classification.NONE,
        Access.SIGNED_IN, // nobody knows any more
        new byte[0]);
  }

  /** The sections of a document that are wanted; only these are checked. */
  static List<IndexedSection> sections(LiveDocument loaded, Predicate<Section> wanted) {
    var checks = new DocumentChecks(loaded);
    var entries = new ArrayList<IndexedSection>(loaded.sections().size());
    String heading = "";
    String translatedHeading = "";
    for (int position = 0; position < loaded.sections().size(); position++) {
      TrackedSection tracked = loaded.sections().get(position);
      Section section = tracked.section();
      Role role = role(section);
      if (role == Role.HEADING) {
        heading = section.words(Side.ORIGINAL);
        translatedHeading = section.words(Side.TRANSLATION);
      }
      if (!wanted.test(section)) {
        continue;
      }
      entries.add(
          new IndexedSection(
              section.id(),
              new Place(position, role, heading, translatedHeading),
              section.words(Side.ORIGINAL),
              section.words(Side.TRANSLATION),
              new IndexedStatus(
                  StateFacet.of(
                      tracked.sectionStatus().state(), tracked.sectionStatus().isLeftOut()),
                  tracked.isCounted(loaded.originalElsewhere()),
                  tracked.sectionStatus().freshness(),
                  new DueTask(
                      loaded.task(tracked).orElse(null),
                      TaskRule.reported(tracked).orElse(null),
                      open(tracked, checks)),
                  tracked.translator(),
                  loaded.recordState().changed(section.id()).orElse(Instant.EPOCH))));
    }
    return entries;
  }

  private static OpenItems open(TrackedSection tracked, DocumentChecks checks) {
    return new OpenItems(
        !tracked.openSuggestions().isEmpty(),
        !tracked.openComments().isEmpty(),
        checks.open(tracked).stream().map(FailedCheck::code).toList(),
        waiting(tracked));
  }

  private static List<Waiting> waiting(TrackedSection tracked) {
    var waiting = new LinkedHashSet<Waiting>();
    String translator = tracked.translator();
    if (!translator.isEmpty()) {
      if (tracked.openSuggestions().stream().anyMatch(each -> isOf(translator, each))) {
        waiting.add(new Waiting(Waiting.Kind.SUGGESTION, translator));
      }
      if (tracked.sectionStatus().freshness() == Freshness.STALE) {
        waiting.add(new Waiting(Waiting.Kind.STALE, translator));
      }
    }
    tracked.openSuggestions().stream()
        .filter(each -> each.isConflict() && each.signature().isByCommit())
        .forEach(each -> waiting.add(new Waiting(Waiting.Kind.SUGGESTION, each.by())));
    if (!tracked.pendingReports().isEmpty()) {
      waiting.add(Waiting.REPORT);
    }
    Replacement.of(tracked)
        .ifPresent(each -> waiting.add(new Waiting(Waiting.Kind.REPLACED, each.writer())));
    Mentions mentions = Mentions.of(tracked);
    tracked.openComments().stream()
        .flatMap(comment -> mentions.asked(comment).stream().limit(MOST_ASKED))
        .forEach(person -> waiting.add(new Waiting(Waiting.Kind.QUESTION, person)));
    return List.copyOf(waiting);
  }

  /** A text that could not be saved waits for its own author, too. */
  private static boolean isOf(String translator, SuggestEvent suggest) {
    return suggest.isConflict() || !suggest.by().equals(translator);
  }

  private static Role role(Section section) {
    if (section.isTitle()) {
      return Role.TITLE;
    }
    if (section.leading().getFirst().kind() == BlockKind.HEADING) {
      return Role.HEADING;
    }
    return section.leading().stream().allMatch(block -> block.kind() == BlockKind.IMAGE)
        ? Role.PICTURE
        : Role.TEXT;
  }
}
