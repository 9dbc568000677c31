package no.speil.library.actions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.align.identity.LayoutDiff;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.EarlierTranslations.EarlierTranslation;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.library.documents.SectionLocation;
import no.speil.library.documents.SectionMoves;
import no.speil.library.search.IdResolver;
import no.speil.markdown.splice.SpliceException;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.record.SectionVersion;
import no.speil.record.TextSnapshot;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;

/**
 * Translations that were left where they were when their originals were moved to another document.
 * They follow with all that was done with them when somebody says so, and go back.
 */
public final class MoveActions {
  private static final TextSnapshot NOTHING = TextSnapshot.of(List.of());

  /** So many sections with the original are looked at. */
  private static final int MOST = 8;

  private final ActionRunner runner;
  private final DocumentStore documents;
  private final IdResolver ids;
  private final SectionIndex index;

  public MoveActions(
      ActionRunner runner, DocumentStore documents, IdResolver ids, SectionIndex index) {
    this.runner = runner;
    this.documents = documents;
    this.ids = ids;
    this.index = index;
  }

  /**
   * A translation whose original is gone from its document, and a section without a translation
   * that has the original.
   */
  public record Move(LiveSection orphan, LiveSection there) {
    /** The document of the two that is not this one. */
    public LiveDocument other(DocumentId one) {
      return orphan.document().id().equals(one) ? there.document() : orphan.document();
    }

    private boolean isPossible() {
      SectionLayout layout = SectionLayout.of(there.section().section());
      List<TextHash> original = BlockFingerprint.hashes(layout.original());
      return !orphan.document().id().equals(there.document().id())
          && isOrphan(orphan.section())
          && isLacking(there.section())
          && orphan.document().recordState().lost().stream()
              .filter(lost -> lost.id().equals(orphan.id()))
              .anyMatch(lost -> BlockFingerprint.hashes(lost.original()).equals(original));
    }
  }

  private static boolean isOrphan(TrackedSection section) {
    return section.sectionStatus().freshness() == Freshness.ORPHAN;
  }

  private static boolean isLacking(TrackedSection section) {
    return section.section().translation().isEmpty()
        && !section.section().isTitle()
        && !section.sectionStatus().isLeftOut();
  }

  /** What can move from or to these sections of a document. */
  public Map<SectionId, Move> of(LiveDocument document, List<TrackedSection> sections) {
    var moves = new HashMap<SectionId, Move>();
    for (TrackedSection each : sections) {
      Stream<Move> possible = isOrphan(each) ? onward(document, each) : back(document, each);
      possible.findFirst().ifPresent(move -> moves.put(each.id(), move));
    }
    return moves;
  }

  private Stream<Move> back(LiveDocument to, TrackedSection there) {
    List<EarlierTranslation> known = isLacking(there) ? documents.earlier().of(there) : List.of();
    return known.stream()
        .flatMap(earlier -> move(earlier.document(), earlier.section(), to.id(), there.id()));
  }

  private Stream<Move> onward(LiveDocument from, TrackedSection orphan) {
    return words(from, orphan).stream()
        .flatMap(words -> index.search(searcher -> searcher.untranslated(words, MOST)).stream())
        .flatMap(
            found -> move(from.id(), orphan.id(), found.documentRef().document(), found.section()));
  }

  /** The move as the files are now, if it is possible. */
  private Stream<Move> move(DocumentId from, SectionId orphan, DocumentId to, SectionId there) {
    return documents.live(from, orphan).stream()
        .flatMap(one -> documents.live(to, there).map(other -> new Move(one, other)).stream())
        .filter(Move::isPossible);
  }

  /** The words of the original that is gone, if it was one block and its wording was kept. */
  private Optional<String> words(LiveDocument from, TrackedSection orphan) {
    SectionId id = orphan.id();
    return from.recordState().lost().stream()
        .filter(lost -> lost.id().equals(id) && lost.original().size() == 1)
        .flatMap(
            lost ->
                ids
                    .textHistory(new SectionLocation.Present(from.id(), id))
                    .wording(Side.ORIGINAL, lost.original().getFirst().hash())
                    .stream())
        .map(
            markdown ->
                EditBase.blocks(markdown).stream()
                    .map(Block::text)
                    .collect(Collectors.joining("\n")))
        .findFirst();
  }

  /**
   * Takes the translation along to where its original is, with its id, states and comments.
   *
   * @param id of either section
   * @return the section that has both
   * @throws ActionRefusedException if nothing can be taken along, or not of that version
   */
  public LiveSection take(SectionId id, SectionVersion expected, Actor actor) {
    DocumentId here = ids.documentOf(id);
    // looked for before anything is locked, since that reads other documents
    Move seen =
        documents.find(here).stream()
            .flatMap(
                document -> of(document, document.section(id).stream().toList()).values().stream())
            .findFirst()
            .orElseThrow(() -> new NotNow(Reason.NOTHING_TO_MOVE));
    DocumentId from = seen.orphan().document().id();
    DocumentId to = seen.there().document().id();
    return inBoth(
        here,
        seen.other(here).id(),
        loaded -> {
          ActionRunner.checkVersion(
              loaded.section(id).orElseThrow(() -> new NotNow(Reason.NOTHING_TO_MOVE)), expected);
          return move(from, seen.orphan().id(), to, seen.there().id())
              .map(move -> take(move, actor))
              .findFirst()
              .orElseThrow(() -> new NotNow(Reason.NOTHING_TO_MOVE));
        });
  }

  private LiveSection inBoth(
      DocumentId here, DocumentId other, Function<LiveDocument, LiveSection> work) {
    return documents.locks().withBoth(here, other, () -> runner.at(here, work));
  }

  private LiveSection take(Move move, Actor actor) {
    LiveDocument from = move.orphan().document();
    LiveDocument to = move.there().document();
    SectionId id = move.orphan().id();
    Section there = move.there().section().section();
    var carried = new Carried(move.orphan().section(), from, to, actor);
    LiveDocument now =
        carried.arrive(
            to.sections(),
            there,
            blocks -> replaced(to, there.id(), carried.layout(there.original(), blocks)));
    carried.leave(
        from.recordState().layout().stream().filter(each -> !each.id().equals(id)).toList());
    return LiveSection.of(now, id);
  }

  private static List<SectionLayout> replaced(
      LiveDocument document, SectionId id, SectionLayout other) {
    return document.recordState().layout().stream()
        .map(each -> each.id().equals(id) ? other : each)
        .toList();
  }

  /** A section with its translation that goes from one document to another, both locked. */
  private final class Carried {
    private final TrackedSection moved;
    private final LiveDocument from;
    private final LiveDocument to;
    private final Actor actor;
    private final TranslationEditor leaving;

    Carried(TrackedSection moved, LiveDocument from, LiveDocument to, Actor actor) {
      this.moved = moved;
      this.from = ActionRunner.writable(from);
      this.to = ActionRunner.writable(to);
      this.actor = actor;
      this.leaving = put(from, from.sections(), moved.section(), "");
    }

    /** What the record says of the section with these texts. */
    SectionLayout layout(List<Block> original, List<Block> translation) {
      Alignment alignment = moved.section().alignment();
      return SectionLayout.of(new Section(moved.id(), original, translation, alignment));
    }

    /**
     * Writes it to where it goes.
     *
     * @param sections of that document
     * @param there the one of them in whose place it stands from then on
     * @param layout of that document, by the blocks of the translation in it
     */
    LiveDocument arrive(
        List<TrackedSection> sections,
        Section there,
        Function<List<Block>, List<SectionLayout>> layout) {
      TranslationEditor arriving = put(to, sections, there, moved.markdown(Side.TRANSLATION));
      List<Block> blocks = arriving.run(there.id());
      SectionId id = moved.id();
      List<RemovedSection> replaced =
          there.id().equals(id) ? List.of() : List.of(new RemovedSection(there.id(), id));
      List<Event> history = SectionMoves.history(id, from.record(), there.id(), to.record());
      EditEvent edit = edit(to, from, NOTHING, TextSnapshot.of(blocks));
      return save(to, arriving, edit, layout.apply(blocks), replaced, history);
    }

    /** Writes that it has gone, last, so that a process that ends before leaves it in both. */
    LiveDocument leave(List<SectionLayout> layout) {
      EditEvent edit = edit(from, to, TextSnapshot.of(moved.section().translation()), NOTHING);
      var removed = new RemovedSection(moved.id(), null, to.id());
      return save(from, leaving, edit, layout, List.of(removed), List.of());
    }

    private EditEvent edit(
        LiveDocument document, LiveDocument other, TextSnapshot before, TextSnapshot after) {
      var mover = new Actor(actor.name(), EditEvent.MOVE + other.id(), actor.role());
      TextSnapshot original = moved.originalOf(TextHash.of(moved.section().translation()));
      EventSignature signature = runner.signature(mover, document);
      return new EditEvent(signature, moved.id(), original, before, after);
    }
  }

  private TranslationEditor put(
      LiveDocument document, List<TrackedSection> sections, Section section, String text) {
    runner.requireWritableTranslation(document);
    try {
      var editor = new TranslationEditor(document, sections);
      editor.put(section, text);
      return editor;
    } catch (SpliceException e) {
      throw new ActionRefusedException.TextRefused(e);
    }
  }

  private LiveDocument save(
      LiveDocument document,
      TranslationEditor editor,
      EditEvent edit,
      List<SectionLayout> layout,
      List<RemovedSection> removed,
      List<Event> history) {
    List<SectionLayout> before = document.recordState().layout();
    var events = new ArrayList<Event>(history);
    events.addFirst(new LayoutEvent(edit.signature(), LayoutDiff.between(before, layout), removed));
    events.add(edit);
    return runner.save(document, events, editor.source());
  }

  /** The document that the section's translation was taken along from, if that is the last edit. */
  public static Optional<DocumentId> origin(TrackedSection section) {
    return Event.last(section.history(), EditEvent.class, any -> true)
        .filter(edit -> edit.isMove() && !edit.after().isEmpty())
        .filter(edit -> edit.after().hash().equals(TextHash.of(section.section().translation())))
        .filter(edit -> !section.section().original().isEmpty())
        .map(edit -> new DocumentId(edit.other()));
  }

  /**
   * Takes back that a translation was taken along: it stands again where it was, without an
   * original, and the section that has the original is the one that was there before.
   *
   * @throws ActionRefusedException if it was not, or its text has changed since
   */
  public LiveSection takeBack(SectionId id, SectionVersion expected, Actor actor) {
    DocumentId here = ids.documentOf(id);
    DocumentId home =
        documents
            .find(here)
            .flatMap(document -> document.section(id))
            .flatMap(MoveActions::origin)
            .orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
    return inBoth(
        here,
        home,
        loaded -> {
          TrackedSection now = loaded.section(id).orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
          ActionRunner.checkVersion(now, expected);
          LiveDocument from =
              origin(now)
                  .filter(home::equals)
                  .flatMap(documents::find)
                  .orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
          return takeBack(loaded, now, from, actor);
        });
  }

  private LiveSection takeBack(
      LiveDocument from, TrackedSection moved, LiveDocument home, Actor actor) {
    Section section = moved.section();
    SectionId id = section.id();
    SectionId former =
        Event.all(from.record().events().reversed(), LayoutEvent.class)
            .flatMap(layout -> layout.removed().stream())
            .filter(each -> id.equals(each.became()))
            .map(RemovedSection::id)
            .findFirst()
            .orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
    int place = place(home, id);
    var bare = new Section(id, section.original(), List.of(), section.alignment());
    var sections = new ArrayList<>(home.sections());
    sections.add(
        place,
        TrackedSection.of(bare, moved.sectionStatus(), null, moved.history(), moved.reports()));
    var carried = new Carried(moved, from, home, actor);
    carried.arrive(
        sections,
        bare,
        blocks -> {
          var layout = new ArrayList<>(home.recordState().layout());
          layout.add(place, carried.layout(List.of(), blocks));
          return layout;
        });
    var left = new Section(former, section.original(), List.of(), Alignment.CERTAIN);
    return LiveSection.of(carried.leave(replaced(from, id, SectionLayout.of(left))), former);
  }

  /** Where a section stood before it left: after those of today that it followed. */
  private static int place(LiveDocument home, SectionId id) {
    List<Event> events = home.record().events();
    LayoutEvent left =
        Event.last(
                events,
                LayoutEvent.class,
                layout -> layout.removed().stream().anyMatch(each -> each.id().equals(id)))
            .orElseThrow(() -> new NotNow(Reason.CANNOT_UNDO));
    return RecordState.fold(events.subList(0, events.lastIndexOf(left))).layout().stream()
        .map(SectionLayout::id)
        .takeWhile(each -> !each.equals(id))
        .mapToInt(each -> home.number(each) + 1)
        .max()
        .orElse(0);
  }
}
