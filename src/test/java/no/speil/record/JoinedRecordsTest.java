package no.speil.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.align.LayoutEngine;
import no.speil.align.correct.Correction;
import no.speil.align.dp.TestAligners;
import no.speil.align.identity.DocumentLayout;
import no.speil.align.identity.RandomParagraphs;
import no.speil.align.identity.RecordedLayout;
import no.speil.align.identity.Revision;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.record.LayoutEvent.Cause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of two copies of a record, joined in every way that git and people join them.
 */
@Tag("slow")
class JoinedRecordsTest {
  private static final DocumentId DOCUMENT = new DocumentId("2015/styret");
  private static final LayoutEngine ENGINE = new LayoutEngine(TestAligners.none());
  private static final int PAIRS = Integer.getInteger("speil.pairs", 100);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void orderAndRepetitionOfLinesDoNotMatterAndNoWordIsLost(long seed) {
    var random = new Random(seed);
    var paragraphs = new RandomParagraphs(random);
    for (int pair = 0; pair < PAIRS; pair++) {
      var base = new Copy(random, paragraphs, 3 + random.nextInt(6));
      base.work(random.nextInt(4), true);
      var kari = new Copy(base, "kari");
      var ola = new Copy(base, "ola");
      kari.work(1 + random.nextInt(5), true);
      ola.work(1 + random.nextInt(5), true);
      String where = "seed " + seed + ", pair " + pair + ": " + kari.done + " | " + ola.done;

      List<Event> joined = joined(kari, ola);
      Map<String, Object> state = state(joined);

      assertThat(state(joined(ola, kari))).as(where).isEqualTo(state);
      var mixed = new ArrayList<>(joined);
      mixed.addAll(kari.record);
      Collections.shuffle(mixed, random);
      assertThat(state(mixed)).as(where).isEqualTo(state);
      assertNoWordIsLost(where, mixed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sectionsChangedOnOneSideHereAndOnTheOtherThereStayWhole(long seed) {
    var random = new Random(seed);
    var paragraphs = new RandomParagraphs(random);
    for (int pair = 0; pair < PAIRS; pair++) {
      var base = new Copy(random, paragraphs, 3 + random.nextInt(6));
      var kari = new Copy(base, "kari");
      var ola = new Copy(base, "ola");
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        kari.save(random.nextInt(base.originals.size()));
        ola.changeOriginal(random.nextInt(base.originals.size()));
      }
      var merged = new Copy(kari, "merged");
      merged.originals.clear();
      merged.originals.addAll(ola.originals);
      merged.record.clear();
      merged.record.addAll(random.nextBoolean() ? joined(kari, ola) : joined(ola, kari));

      Revision revision = merged.revise();

      assertThat(revision.changed()).as("seed " + seed + ", pair " + pair).isEmpty();
      assertThat(revision.removed()).isEmpty();
      assertThat(ids(revision.sections())).isEqualTo(ids(base.revise().sections()));
    }
  }

  private static List<SectionId> ids(List<Section> sections) {
    return sections.stream().map(Section::id).toList();
  }

  /** Both records as git joins them: what they share first. */
  private static List<Event> joined(Copy one, Copy other) {
    var joined = new ArrayList<>(one.record);
    joined.addAll(other.record.subList(other.shared, other.record.size()));
    return joined;
  }

  private static void assertNoWordIsLost(String where, List<Event> events) {
    RecordState state = RecordState.fold(events);
    Set<SectionId> there =
        state.layout().stream().map(SectionLayout::id).collect(Collectors.toSet());
    for (Event event : events) {
      for (SectionId id : event.concerns()) {
        assertThat(there.contains(id) || state.removal(id).isPresent()).as(where).isTrue();
        assertThat(state.held()).as(where).contains(id);
      }
      if (event instanceof EditEvent edit) {
        assertThat(
                new TextHistory(edit.section(), events)
                    .wording(Side.TRANSLATION, edit.after().hash()))
            .as(where)
            .contains(Optional.ofNullable(edit.after().text()).orElseThrow());
      }
      if (!(event instanceof LayoutEvent)) {
        assertThat(event.concerns())
            .as(where)
            .allSatisfy(id -> assertThat(state.history(id)).contains(event));
      }
    }
  }

  /** All that a record says, for comparison. */
  private static Map<String, Object> state(List<Event> events) {
    RecordState state = RecordState.fold(events);
    var all = new LinkedHashMap<String, Object>();
    all.put("layout", state.layout());
    all.put("held", state.held());
    all.put("orphaned", state.orphaned());
    all.put("lost", state.lost());
    all.put("claims", state.claims());
    all.put("people", state.people());
    all.put("clock", state.clock());
    for (SectionId id : state.held()) {
      all.put("history " + id, state.history(id));
      all.put("removal " + id, state.removal(id));
      all.put("changed " + id, state.changed(id));
      all.put("revised " + id, state.revised(id));
      all.put("reports " + id, state.reports(id));
    }
    return all;
  }

  /** A document in one copy of the archive, with its record. */
  private static final class Copy {
    private final Random random;
    private final RandomParagraphs paragraphs;
    private final String person;
    private final List<String> originals = new ArrayList<>();
    private final List<String> translations = new ArrayList<>();
    private final List<Event> record = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, String> cut = new HashMap<>();
    private final int shared;
    private Instant now = Instant.parse("2026-11-24T20:00:00Z");

    Copy(Random random, RandomParagraphs paragraphs, int size) {
      this.random = random;
      this.paragraphs = paragraphs;
      this.person = "base";
      this.shared = 0;
      for (int i = 0; i < size; i++) {
        List<String> pair = paragraphs.paragraph();
        originals.add(pair.get(0));
        translations.add(pair.get(1));
      }
      lay();
    }

    Copy(Copy other, String person) {
      this.random = other.random;
      this.paragraphs = other.paragraphs;
      this.person = person;
      this.shared = other.record.size();
      this.now = other.now;
      originals.addAll(other.originals);
      translations.addAll(other.translations);
      record.addAll(other.record);
    }

    void work(int steps, boolean all) {
      for (int step = 0; step < steps; step++) {
        int which = random.nextInt(originals.size());
        int kind = random.nextInt(12);
        done.add(kind + "@" + which);
        switch (kind) {
          case 0 -> changeOriginal(which);
          case 1, 2 -> save(which);
          case 3 -> {
            translations.set(which, paragraphs.paragraph().get(1));
            lay();
          }
          case 4 -> {
            List<String> pair = paragraphs.paragraph();
            originals.add(which, pair.get(0));
            translations.add(which, pair.get(1));
            lay();
          }
          case 5 -> cut(which);
          case 6 -> paste();
          case 7 -> {
            originals.add(originals.remove(which));
            translations.add(translations.remove(which));
            lay();
          }
          case 8 ->
              act(
                  (id, by) ->
                      new MarkEvent(by, id, State.TRANSLATED, original(which), translation(which)),
                  which);
          case 9 -> act((id, by) -> new CommentEvent(by, id, "No. " + random.nextInt()), which);
          case 10 ->
              act(
                  (id, by) ->
                      new SuggestEvent(
                          by, id, "Text " + random.nextInt(), SuggestEvent.Reason.PROPOSED),
                  which);
          default -> link(which);
        }
      }
    }

    private interface Act {
      Event on(SectionId section, EventSignature by);
    }

    private void act(Act act, int which) {
      section(which).ifPresent(section -> add(act.on(section.id(), signature(person))));
    }

    void changeOriginal(int which) {
      originals.set(which, originals.get(which).replaceFirst(" ", " " + random.nextInt(99) + " "));
      lay();
    }

    /** Saves a translation as the program does: the edit, then the layout. */
    void save(int which) {
      Optional<Section> section = section(which);
      if (section.isEmpty()) {
        return;
      }
      TextSnapshot before = translation(which);
      translations.set(which, paragraphs.paragraph().get(1));
      EventSignature by = signature(person);
      SectionLayout was = SectionLayout.of(section.get());
      add(new EditEvent(by, was.id(), original(which), before, translation(which)));
      SectionLayout is =
          new SectionLayout(
              was.id(),
              Alignment.CONFIRMED,
              was.original(),
              SectionLayout.of(
                      new Section(
                          was.id(),
                          List.of(),
                          TestTexts.text("", translations.get(which)).blocks().subList(1, 2),
                          was.alignment()))
                  .translation());
      List<SectionId> order =
          RecordState.fold(record).layout().stream().map(SectionLayout::id).toList();
      SectionId after = order.get(order.indexOf(was.id()) - 1);
      add(new LayoutEvent(by, List.of(SectionPlacement.changed(was, is, after)), List.of()));
    }

    private void cut(int which) {
      if (originals.size() > 2) {
        cut.put(originals.remove(which), translations.remove(which));
        lay();
      }
    }

    private void paste() {
      cut.forEach(
          (original, translation) -> {
            originals.add(original);
            translations.add(translation);
          });
      cut.clear();
      lay();
    }

    private void link(int which) {
      RecordState state = RecordState.fold(record);
      section(which)
          .flatMap(
              section ->
                  LayoutEngine.correct(
                      new DocumentLayout(
                          DOCUMENT,
                          originals(),
                          translations(),
                          revise().sections(),
                          state.layout()),
                      state.held(),
                      new Correction.Unlink(section.id())))
          .ifPresent(
              revision ->
                  add(
                      new LayoutEvent(
                          signature(person),
                          revision.changed(),
                          revision.removed(),
                          Cause.CORRECTION,
                          0)));
    }

    private void lay() {
      Revision revision = revise();
      if (!revision.changed().isEmpty() || !revision.removed().isEmpty()) {
        add(new LayoutEvent(signature("speil"), revision.changed(), revision.removed()));
      }
    }

    Revision revise() {
      RecordState state = RecordState.fold(record);
      return ENGINE.revise(
          DOCUMENT,
          new RecordedLayout(state.layout(), state.held(), state.orphaned(), state.lost()),
          originals(),
          translations());
    }

    /** The pair in that place, if it is one section. */
    private Optional<Section> section(int which) {
      return revise().sections().stream()
          .filter(
              section ->
                  section.original().size() == 1
                      && section.translation().size() == 1
                      && section.original().getFirst().markdown().equals(originals.get(which))
                      && section
                          .translation()
                          .getFirst()
                          .markdown()
                          .equals(translations.get(which)))
          .findFirst();
    }

    private void add(Event event) {
      record.add(RecordState.fold(record).following(event));
    }

    private EventSignature signature(String by) {
      now = now.plusMillis(1 + random.nextInt(3));
      return new EventSignature(now, by, "web");
    }

    private DocumentText originals() {
      return TestTexts.text("Tittel", originals);
    }

    private DocumentText translations() {
      return TestTexts.text("Title", translations);
    }

    private TextSnapshot original(int which) {
      return TextSnapshot.of(TestTexts.text("", originals.get(which)).blocks().subList(1, 2));
    }

    private TextSnapshot translation(int which) {
      return TextSnapshot.of(TestTexts.text("", translations.get(which)).blocks().subList(1, 2));
    }
  }
}
