package no.speil.library.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.TestLibrary;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkFilter;
import no.speil.library.catalogue.WorkWords;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkCounterTest {
  private static final SectionId SECTION = new SectionId("7kq2mx9d4t");
  private static final String FIVE = "En tekst av fem ord.";
  private static final String SEVEN = "Nå er det en tekst av syv.";

  @TempDir private Path folder;
  private final List<Event> events = new ArrayList<>();

  @Test
  void aSectionThatSomebodyTranslatesTwiceCountsOnce() {
    edit("2026-11-02", "kari", FIVE, "", "A text.");
    edit("2026-11-03", "kari", FIVE, "A text.", "A text of five.");
    edit("2027-02-03", "kari", FIVE, "A text of five.", "A text of five words.");
    assertThat(words()).containsExactly("2026-11-02 kari 5 0 0 0");
  }

  @Test
  void aChangedOriginalCountsAnewInAnotherWeekAndMonth() {
    edit("2026-09-28", "kari", FIVE, "", "A text.");
    edit("2026-10-01", "kari", SEVEN, "A text.", "Now a text.");
    assertThat(words()).as("the same week").containsExactly("2026-09-28 kari 5 0 0 0");
    edit("2026-10-05", "kari", SEVEN + " Ja.", "Now a text.", "Now a text. Yes.");
    assertThat(words()).containsExactly("2026-09-28 kari 5 0 0 0", "2026-10-05 kari 8 0 0 0");
  }

  @Test
  void anEditOfAnothersTranslationIsACorrectionAndTheTranslatorStays() {
    edit("2026-11-02", "kari", FIVE, "", "A text.");
    edit("2026-11-03", "ingrid", FIVE, "A text.", "A text of five.");
    mark("2026-11-03", "ingrid", State.REVIEWED, "A text of five.");
    edit("2026-11-04", "ingrid", FIVE, "A text of five.", "A text of five words.");
    edit("2026-11-05", "kari", FIVE, "A text of five words.", "One text of five words.");
    assertThat(words()).containsExactly("2026-11-02 kari 5 0 0 0", "2026-11-03 ingrid 0 0 5 5");
  }

  @Test
  void whatWasUndoneDoesNotCount() {
    edit("2026-11-02", "kari", FIVE, "", "A text.");
    edit("2026-11-03", "ola", FIVE, "A text.", "A worse text.");
    edit("2026-11-03", "kari", FIVE, "A worse text.", "A text.");
    mark("2026-11-04", "ola", State.REVIEWED, "A text.");
    mark("2026-11-05", "kari", State.DRAFT, "A text.");
    assertThat(words()).containsExactly("2026-11-02 kari 5 0 0 0");
    edit("2026-11-06", "kari", FIVE, "A text.", "");
    assertThat(words()).isEmpty();
  }

  @Test
  void aTextOfTheFileThatIsRestoredTakesBackWhatReplacedIt() {
    edit("2026-11-02", "kari", FIVE, "A text.", "Another text.");
    edit("2026-11-02", "kari", "", "Another text.", "A text.");
    assertThat(words()).isEmpty();
  }

  @Test
  void aTranslationThatIsTakenAlongToAnotherDocumentStaysTheTranslators() {
    edit("2026-11-02", "kari", FIVE, "", "A text.");
    move("2026-11-03", "ingrid", "A text.", "");
    move("2026-11-04", "ingrid", "", "A text.");
    edit("2026-11-05", "ingrid", FIVE, "A text.", "A text of five.");
    assertThat(words()).containsExactly("2026-11-02 kari 5 0 0 0", "2026-11-05 ingrid 0 0 5 0");
  }

  @Test
  void aTranslationThatIsRemovedAfterItsOriginalStillCounts() {
    edit("2026-11-02", "kari", FIVE, "", "A text.");
    edit("2026-12-02", "ola", "", "A text.", "");
    assertThat(words()).containsExactly("2026-11-02 kari 5 0 0 0");
  }

  @Test
  void draftsByMachineCountApart() {
    var drafted =
        new SuggestEvent(
            signature("2026-11-02", "speil"), SECTION, "A text.", SuggestEvent.Reason.MACHINE);
    events.add(drafted);
    events.add(
        new ResolveEvent(
            signature("2026-11-03", "kari"), SECTION, drafted.id(), ResolveEvent.Outcome.ACCEPTED));
    edit("2026-11-03", "kari", FIVE, "", "A text of five.");
    assertThat(words()).containsExactly("2026-11-03 kari 0 5 0 0");
  }

  @Test
  void anAcceptedSuggestionCountsForWhoWroteIt() {
    var suggested =
        new SuggestEvent(
            signature("2026-11-02", "ola"), SECTION, "A text.", SuggestEvent.Reason.PROPOSED);
    events.add(suggested);
    events.add(
        new ResolveEvent(
            signature("2026-11-03", "kari"),
            SECTION,
            suggested.id(),
            ResolveEvent.Outcome.ACCEPTED));
    edit("2026-11-03", "kari", FIVE, "", "A text.");
    assertThat(words()).containsExactly("2026-11-02 ola 5 0 0 0");
  }

  @Test
  void aTextFromTheFileCountsForWhoMarksItAsTranslated() {
    mark("2026-11-02", "kari", State.TRANSLATED, "A text.");
    edit("2026-11-03", "kari", FIVE, "A text.", "A text of five.");
    mark("2026-11-03", "kari", State.TRANSLATED, "A text of five.");
    assertThat(words()).containsExactly("2026-11-02 kari 5 0 0 0");
  }

  /** Of each day of work with words, the latest last: day, person and the four counts. */
  private List<String> words() {
    try (var root = new TestLibrary(folder)) {
      root.put("archive/brev.md", "Brev.\n")
          .put(
              "translations/brev.jsonl",
              EventCodec.header("brev")
                  + "\n"
                  + events.stream()
                      .map(event -> EventCodec.write(event) + "\n")
                      .collect(Collectors.joining()));
      return root
          .open()
          .catalogue()
          .worked(new WorkFilter("", null, null, null))
          .reversed()
          .stream()
          .filter(day -> !day.words().equals(WorkWords.NONE))
          .map(WorkCounterTest::line)
          .toList();
    }
  }

  private static String line(WorkDay day) {
    WorkWords words = day.words();
    return "%s %s %d %d %d %d"
        .formatted(
            WorkDay.day(Instant.ofEpochMilli(day.lastMillis())),
            day.person(),
            words.translated(),
            words.fromDrafts(),
            words.corrected(),
            words.reviewed());
  }

  private void edit(String day, String by, String original, String before, String after) {
    events.add(
        new EditEvent(
            signature(day, by), SECTION, snapshot(original), snapshot(before), snapshot(after)));
  }

  private void move(String day, String by, String before, String after) {
    var signature =
        new EventSignature(Instant.parse(day + "T12:00:00Z"), by, EditEvent.MOVE + "2015/other");
    events.add(
        new EditEvent(signature, SECTION, snapshot(FIVE), snapshot(before), snapshot(after)));
  }

  private void mark(String day, String by, State state, String translation) {
    events.add(
        new MarkEvent(signature(day, by), SECTION, state, snapshot(FIVE), snapshot(translation)));
  }

  private static TextSnapshot snapshot(String text) {
    return new TextSnapshot(text.isEmpty() ? TextHash.EMPTY : TextHash.ofNormalized(text), text);
  }

  private static EventSignature signature(String day, String by) {
    return new EventSignature(Instant.parse(day + "T12:00:00Z"), by, "web");
  }
}
