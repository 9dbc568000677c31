package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.record.CheckEvent;
import no.speil.record.CheckVerdict;
import no.speil.record.CommentEvent;
import no.speil.record.CommentResolveEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.record.MarkEvent;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.ReportResolveEvent;
import no.speil.record.ReportVerdict;
import no.speil.record.ResolveEvent;
import no.speil.record.ReviseEvent;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.record.TextQuote;
import no.speil.record.TextSnapshot;
import no.speil.record.UnknownEvent;
import no.speil.record.WordingEvent;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
  private static final DocumentId DOCUMENT = new DocumentId("æøå/Ærlig talt");
  private static final SectionId SECTION = new SectionId("7kq2mx9d4t");
  private static final SectionId OTHER = new SectionId("0123456789");
  private static final SectionId THIRD = new SectionId("abcdefghjk");
  private static final EventSignature KARI =
      new EventSignature(Instant.parse("2026-11-24T20:15:03.120Z"), "kari", "web");
  private static final TextSnapshot ORIGINAL =
      new TextSnapshot(TextHash.ofNormalized("Styret må gå."), "Styret må gå.");
  private static final TextSnapshot TRANSLATION =
      new TextSnapshot(TextHash.ofNormalized("The board must go."), null);
  private static final Event MARK =
      new MarkEvent(KARI, SECTION, State.TRANSLATED, ORIGINAL, TRANSLATION);

  @TempDir private Path root;
  @AutoClose private Archive archive;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectory(root.resolve("archive"));
    archive = Archive.open(root, Clock.systemUTC());
    file = root.resolve("translations/æøå/Ærlig talt.jsonl");
  }

  @Test
  void eventsFromTheFutureAreListedOncePerPersonWithTheFirstLine() throws IOException {
    Instant now = KARI.at();
    archive.close();
    archive = Archive.open(root, Clock.fixed(now, ZoneOffset.UTC));
    List<Event> events =
        List.of(
            remark("kari", now),
            remark("ola", now.plusSeconds(60)),
            remark("kari", now.plus(Duration.ofDays(2))),
            remark("per", now.plusSeconds(180)),
            remark("kari", now.plus(Duration.ofDays(3))));
    archive.append(DOCUMENT, events, true);

    RecordFile record = archive.record(DOCUMENT);

    assertThat(record.events()).isEqualTo(events);
    String path = "translations/æøå/Ærlig talt.jsonl";
    Problem.Kind kind = Problem.Kind.EVENTS_IN_FUTURE;
    assertThat(record.problems())
        .containsExactly(
            Problem.of(path, 4, kind, "kari", "2026-11-26T20:15:03.120Z", "2"),
            Problem.of(path, 5, kind, "per", "2026-11-24T20:18:03.120Z", "1"));
  }

  private static Event remark(String by, Instant at) {
    return new CommentEvent(new EventSignature(at, by, "web"), SECTION, "Se her.");
  }

  @Test
  void everyKindOfEventIsReadAsItWasWritten() {
    BlockFingerprint print =
        BlockFingerprint.of(
            new Block(
                BlockKind.PARAGRAPH, 0, new Block.Source(0, 1, "Styret må gå."), "Styret må gå."));
    var first =
        new SectionLayout(
            SECTION, new Alignment(Alignment.Method.AUTOMATIC, 0.97), List.of(print), List.of());
    var second =
        new SectionLayout(
            OTHER, new Alignment(Alignment.Method.CONFIRMED, 1), List.of(), List.of(print));
    List<SectionPlacement> inOrder =
        List.of(new SectionPlacement(first, null), new SectionPlacement(second, SECTION));
    List<SectionPlacement> moved = List.of(new SectionPlacement(second, null));
    List<Event> events =
        List.of(
            new LayoutEvent(KARI, inOrder, List.of()),
            new WordingEvent(KARI, SECTION, ORIGINAL, null),
            new WordingEvent(KARI, SECTION, null, TRANSLATION),
            new ReviseEvent(KARI, SECTION, ORIGINAL),
            new LayoutEvent(
                KARI,
                moved,
                List.of(new RemovedSection(SECTION, OTHER), new RemovedSection(THIRD, null))),
            new LayoutEvent(KARI, inOrder, List.of(), Cause.CORRECTION, 7),
            new LayoutEvent(KARI, inOrder, List.of(), Cause.REALIGNMENT, 8),
            MARK,
            new ConfirmEvent(KARI, SECTION, ORIGINAL, TRANSLATION),
            new EditEvent(KARI, SECTION, TRANSLATION, ORIGINAL, ORIGINAL),
            new SuggestEvent(KARI, SECTION, "«Linje\n\u2028»", SuggestEvent.Reason.CONFLICT),
            new ResolveEvent(KARI, SECTION, "0123456789", ResolveEvent.Outcome.DISMISSED),
            new CommentEvent(KARI, SECTION, "Hvorfor \"må\"?"),
            new CommentResolveEvent(
                KARI, SECTION, "0123456789", CommentResolveEvent.Outcome.RESOLVED),
            new CommentResolveEvent(KARI, SECTION, "0123456789", CommentResolveEvent.Outcome.OPEN),
            new CheckEvent(
                KARI,
                SECTION,
                new CheckVerdict("number-missing", List.of("14", "«år»"), "Et\nord for 14."),
                ORIGINAL,
                TRANSLATION),
            new CheckEvent(
                KARI,
                SECTION,
                new CheckVerdict("too-short", List.of(), null),
                ORIGINAL,
                TRANSLATION),
            new ReportEvent(
                KARI,
                SECTION,
                new ReportContent(ReportCategory.MEANING, "«Linje\nto»"),
                new TextQuote(Side.TRANSLATION, "must go", "The board", "."),
                new SectionVersion("-", "0123456789abcdef0123456789abcdef", "d-0")),
            new ReportResolveEvent(KARI, SECTION, "0123456789", ReportVerdict.ACCEPTED));

    archive.append(DOCUMENT, events, true);

    assertThat(archive.record(DOCUMENT).events()).isEqualTo(events);
    assertThat(archive.record(DOCUMENT).problems()).isEmpty();
  }

  @Test
  void anchorsAreRememberedAndLayoutsWithoutThemAreRead() throws IOException {
    var print =
        BlockFingerprint.of(
            new Block(BlockKind.HEADING, 2, new Block.Source(0, 1, "## Krav {#krav}"), "Krav"));
    var layout =
        new SectionLayout(
            SECTION, new Alignment(Alignment.Method.AUTOMATIC, 1), List.of(print), List.of());
    var layoutEvent = new LayoutEvent(KARI, List.of(new SectionPlacement(layout, null)), List.of());
    archive.append(DOCUMENT, List.of(layoutEvent), true);

    assertThat(archive.record(DOCUMENT).events()).containsExactly(layoutEvent);
    String line = Files.readString(file);
    assertThat(line).contains(",\"anchor\":\"krav\"}");
    Files.writeString(file, line.replace(",\"anchor\":\"krav\"", ""));
    assertThat(
            ((LayoutEvent) archive.record(DOCUMENT).events().getFirst())
                .sections()
                .getFirst()
                .section()
                .original())
        .containsExactly(new BlockFingerprint(print.kind(), print.hash(), print.sketch(), ""));
  }

  @Test
  void aMarkIsWrittenInTheFormThatStays() throws IOException {
    archive.append(DOCUMENT, List.of(MARK), true);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"speil":1,"document":"æøå/Ærlig talt"}
            {"at":"2026-11-24T20:15:03.120Z","by":"kari","via":"web","do":"mark",\
            "section":"7kq2mx9d4t","state":"translated",\
            "original":{"hash":"%s","text":"Styret må gå."},"translation":{"hash":"%s"}}
            """
                .formatted(ORIGINAL.hash(), TRANSLATION.hash()));
  }

  @Test
  void unknownKindsOfEventAreKeptAndPassedOver() throws IOException {
    write(
        """
        {"speil":1,"document":"æøå/Ærlig talt"}
        {"at":"2026-11-24T20:15:03.120Z","by":"kari","via":"web","do":"praise","section":"7kq2mx9d4t","why":"x"}
        """);

    archive.append(DOCUMENT, List.of(MARK), true);

    assertThat(archive.record(DOCUMENT).events())
        .containsExactly(new UnknownEvent(KARI, "praise", SECTION), MARK);
    assertThat(Files.readString(file)).contains("\"why\":\"x\"");
  }

  @Test
  void tornLastLineIsReportedAndCutAtTheNextAppend() throws IOException {
    archive.append(DOCUMENT, List.of(MARK), true);
    String whole = Files.readString(file);
    Files.writeString(file, "{\"at\":\"2026-11", StandardOpenOption.APPEND);

    RecordFile torn = archive.record(DOCUMENT);
    assertThat(torn.events()).containsExactly(MARK);
    assertThat(torn.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.RECORD_TORN));

    archive.append(DOCUMENT, List.of(MARK), true);
    assertThat(Files.readString(file)).startsWith(whole).doesNotContain("{\"at\":\"2026-11{");
    assertThat(archive.record(DOCUMENT).events()).containsExactly(MARK, MARK);
    assertThat(archive.record(DOCUMENT).problems()).isEmpty();
  }

  @Test
  void wholeLastLineWithoutLineEndIsKept() throws IOException {
    archive.append(DOCUMENT, List.of(MARK), true);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 1));

    archive.append(DOCUMENT, List.of(MARK), true);

    assertThat(archive.record(DOCUMENT).events()).containsExactly(MARK, MARK);
  }

  @Test
  void recordOfATornFirstLineBeginsAnew() throws IOException {
    write("{\"speil\":1,\"docu");

    archive.append(DOCUMENT, List.of(MARK), true);

    assertThat(Files.readString(file))
        .startsWith("{\"speil\":1,\"document\":\"æøå/Ærlig talt\"}\n");
    assertThat(archive.record(DOCUMENT).events()).containsExactly(MARK);
  }

  @Test
  void badLinesAreListedWithTheirNumberAndCostNothingElse() throws IOException {
    archive.append(DOCUMENT, List.of(MARK), true);
    String line = Files.readString(file).lines().toList().get(1);
    write(
        String.join(
            "\r\n",
            "\uFEFF{\"speil\":1,\"document\":\"æøå/Ærlig talt\"}",
            "<<<<<<< HEAD",
            line,
            "=======",
            "no json",
            "[1]",
            "{\"at\":\"yesterday\",\"by\":\"kari\",\"do\":\"comment\"}",
            "{\"at\":\"2026-11-24T20:15:03Z\",\"by\":\"kari\",\"do\":\"mark\",\"section\":\"7kq2mx9d4t\"}",
            ">>>>>>> branch",
            line,
            ""));

    RecordFile record = archive.record(DOCUMENT);

    assertThat(record.events()).containsExactly(MARK, MARK);
    assertThat(record.problems()).extracting("line").containsExactly(2, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aMemberThatIsMissingOrOddIsNamedAndCostsItsLineOnly() throws IOException {
    archive.append(DOCUMENT, List.of(MARK), true);
    String mark = Files.readString(file).lines().toList().get(1);
    String layout = mark.replaceFirst("\"mark\".*", "\"layout\",\"sections\":[]}");
    String check = mark.replace("\"mark\"", "\"check\",\"check\":\"x\",\"outcome\":\"open\"");
    String omit = mark.replace("\"mark\"", "\"omit\",\"omitted\":true");
    List<String> odd =
        List.of(
            layout.replace("[]", "[null]"),
            layout.replace("[]", "[],\"gone\":[null]"),
            layout.replace(
                "[]", "[{\"id\":\"7kq2mx9d4t\",\"how\":\"automatic\",\"original\":[null]}]"),
            check.replace("\"outcome\"", "\"words\":[null],\"outcome\""),
            omit.replace(":true", ":1"),
            omit.replace(":true", ":\"true\""),
            mark.replace(":\"Styret må gå.\"", ":5"),
            mark.replace("7kq2mx9d4t", "7kq2"));
    write(String.join("\n", odd) + "\n" + String.join("\n", mark, layout, check, omit) + "\n");

    RecordFile record = archive.record(DOCUMENT);
    assertThat(record.events()).hasSize(4).startsWith(MARK);
    assertThat(record.problems())
        .extracting(problem -> problem.line() + " " + problem.details().getFirst())
        .containsExactly(
            incomplete(1, "sections", ""),
            incomplete(2, "gone", ""),
            incomplete(3, "original", ""),
            incomplete(4, "words", ""),
            incomplete(5, "omitted", ": \"1\""),
            incomplete(6, "omitted", ""),
            incomplete(7, "text", ": \"5\""),
            incomplete(8, "section", ": \"7kq2\""));
  }

  private static String incomplete(int line, String member, String value) {
    return "%d It is not a complete event: \"%s\" is missing or has an unknown value%s."
        .formatted(line, member, value);
  }

  @Test
  void recordOfANewerFormatIsReadAndNotWritten() throws IOException {
    write("{\"speil\":2,\"document\":\"æøå/Ærlig talt\"}\n");

    assertThat(archive.record(DOCUMENT).writable()).isFalse();
    assertThat(archive.record(DOCUMENT).problems()).hasSize(1);
  }

  @Test
  void aFullDiskRefusesTheEventsAndLeavesTheRecordAsItWas() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(root.resolve("translations"))) {
      archive.append(DOCUMENT, List.of(MARK), true);
      String before = Files.readString(file);
      disk.fill();

      assertThatThrownBy(
              () ->
                  archive.append(
                      DOCUMENT,
                      List.of(new CommentEvent(KARI, SECTION, "a".repeat(100_000))),
                      true))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Ærlig talt.jsonl");
      assertThat(Files.readString(file)).isEqualTo(before);
    }
  }

  @Test
  void aReadOnlyArchiveIsNotWrittenTo() {
    try (Archive readOnly = Archive.openReadOnly(root, Clock.systemUTC())) {
      assertThatThrownBy(() -> readOnly.append(DOCUMENT, List.of(MARK), true))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(Set.of(root.toFile().list())).containsOnly("archive", ".speil");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
