package no.speil.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.execute.SectionIterator;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexLifecycleTest {
  @TempDir Path folder;

  @Test
  void whatIsCommittedSurvivesAndTheRestIsLost() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Klima");
      testIndex.index.commit(true);
      testIndex.put("b", "Tittel", "Klima");
      assertThat(testIndex.found("klima")).containsExactly("a:1", "b:1");
    }
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.found("klima")).containsExactly("a:1");
      assertThat(testIndex.index.complete()).isTrue();
      assertThat(testIndex.index.wasEmptied()).isFalse();
      testIndex.index.commit(false);
    }
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.complete()).isFalse();
    }
  }

  @Test
  void putReplacesAllEntriesOfADocumentAndRemoveRemovesThem() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Klima", "Frihet");
      testIndex.put("b", "Tittel", "Klima");
      testIndex.put("a", "Tittel", "Fred");
      assertThat(testIndex.found("klima")).containsExactly("b:1");
      assertThat(testIndex.found("fred")).containsExactly("a:1");
      testIndex.index.remove(new DocumentId("b"));
      testIndex.index.refresh();
      assertThat(testIndex.found("klima")).isEmpty();
    }
  }

  @Test
  void summariesSurviveAndAreThoseOfTheLastPutOrPatch() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Klima");
      testIndex.put("b", "Tittel", "Klima");
      testIndex.put("c", "Tittel");
      testIndex.index.remove(new DocumentId("c"));
      IndexedDocument b = TestIndex.head("b");
      var patched =
          new IndexedDocument(
              b.id(),
              b.titles(),
              b.language(),
              b.publication(),
              b.classification(),
              b.access(),
              TestIndex.card("b, newer"));
      testIndex.index.patch(patched, List.of(TestIndex.section(patched, 0, "Tittel")));
      testIndex.index.commit(true);
    }
    try (var testIndex = new TestIndex(folder)) {
      assertThat(cards(testIndex.index)).isEqualTo(Map.of("a", "a", "b", "b, newer"));
      assertThat(testIndex.found("klima")).containsExactly("a:1", "b:1");
    }
  }

  @Test
  void summaryOfANameThatIsNoDocumentsIsPassedOver() throws IOException {
    try (var directory = new ByteBuffersDirectory();
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (String id : List.of("a", "brev\u202Edm.exe", "b")) {
        var document = new Document();
        document.add(new SortedDocValuesField(IndexSchema.DOCUMENT, new BytesRef(id)));
        document.add(new BinaryDocValuesField(IndexSchema.SUMMARY, new BytesRef(id)));
        writer.addDocument(document);
      }
      var given = new ArrayList<String>();
      try (var reader = DirectoryReader.open(writer)) {
        new IndexLookup(reader).summaries((id, card) -> given.add(id.value()));
      }
      assertThat(given).containsExactly("a", "b");
    }
  }

  private static Map<String, String> cards(SectionIndex index) {
    var cards = new TreeMap<String, String>();
    index.lookUp(
        lookup ->
            lookup.summaries(
                (id, card) -> cards.put(id.value(), new String(card, StandardCharsets.UTF_8))));
    return cards;
  }

  @Test
  void patchWritesTheSectionsGivenAndNoOthers() throws IOException {
    try (var testIndex = new TestIndex(folder)) {
      IndexedDocument head = TestIndex.head("a");
      testIndex.put(head, "Tittel", "Klima", "Frihet", "Fred");
      testIndex.index.commit(true);
      testIndex.index.patch(head, List.of(TestIndex.section(head, 2, "Ufrihet")));
      testIndex.index.refresh();
      testIndex.index.commit(true);
      assertThat(testIndex.found("klima OR fred")).containsExactly("a:1", "a:3");
      assertThat(testIndex.found("frihet")).isEmpty();
      assertThat(testIndex.found("ufrihet")).containsExactly("a:2");
    }
    try (var reader = DirectoryReader.open(FSDirectory.open(sections()))) {
      assertThat(reader.leaves().stream().map(leaf -> leaf.reader().numDocs()).toList())
          .containsExactly(3, 1);
    }
  }

  @Test
  void segmentsOfACompleteIndexAreMergedOnceWhileItIsWrittenAndSearched() throws IOException {
    try (var testIndex = new TestIndex(folder)) {
      for (String document : List.of("a", "b", "c")) {
        testIndex.put(document, "Tittel", "Klima");
        testIndex.index.commit(false);
      }
      assertThat(testIndex.index.awaitsMerge()).isFalse();
      testIndex.index.commit(true);
      assertThat(testIndex.index.awaitsMerge()).isTrue();
      testIndex.put("d", "Tittel", "Klima");
      testIndex.index.merge();
      assertThat(testIndex.index.awaitsMerge()).isFalse();
      testIndex.index.refresh();
      assertThat(testIndex.found("klima")).containsExactly("a:1", "b:1", "c:1", "d:1");
      testIndex.index.commit(true);
    }
    assertThat(segments()).isEqualTo(1);
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("e", "Tittel", "Klima");
      testIndex.index.commit(true);
      assertThat(testIndex.index.awaitsMerge()).isFalse();
    }
    assertThat(segments()).isEqualTo(2);
  }

  private int segments() throws IOException {
    try (var reader = DirectoryReader.open(FSDirectory.open(sections()))) {
      return reader.leaves().size();
    }
  }

  @Test
  void mergingThatIsCutOffByClosingIsDueAgain() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Klima");
      testIndex.index.commit(true);
      testIndex.put("b", "Tittel", "Klima");
      testIndex.index.merge(); // not committed
    }
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.awaitsMerge()).isTrue();
      assertThat(testIndex.found("klima")).containsExactly("a:1");
    }
  }

  @Test
  void patchLeavesTheSectionOfAnotherDocumentThatHoldsTheSameId() {
    try (var testIndex = new TestIndex(folder)) {
      IndexedDocument head = TestIndex.head("a");
      testIndex.put(head, "Tittel", "Klima");
      testIndex.index.put(
          TestIndex.head("kopi"), TestIndex.sections(head, "Tittel", "Klima"), DocumentTrace.NONE);
      testIndex.index.patch(head, List.of(TestIndex.section(head, 1, "Frihet")));
      testIndex.index.patch(head, List.of());
      testIndex.index.refresh();
      assertThat(testIndex.search("klima").hits())
          .extracting(hit -> hit.documentRef().document().value())
          .containsExactly("kopi");
      assertThat(testIndex.found("frihet")).containsExactly("a:1");
    }
  }

  @Test
  void goneSectionsLeadToTheirDocumentAlsoAfterAPatch() {
    SectionId gone = TestIndex.id("a", 99);
    try (var testIndex = new TestIndex(folder)) {
      IndexedDocument head = TestIndex.head("a");
      testIndex.index.put(
          head,
          TestIndex.sections(head, "Tittel", "Klima"),
          new DocumentTrace(List.of(gone), List.of(), List.of()));
      testIndex.index.patch(head, TestIndex.sections(head, "Tittel"));
      testIndex.index.refresh();
      assertThat(testIndex.documentOf(gone)).contains(head.id());
      assertThat(testIndex.documentOf(TestIndex.id("a", 1))).contains(head.id());
      assertThat(testIndex.documentOf(TestIndex.id("b", 1))).isEmpty();
      assertThat(testIndex.found("-fred")).containsExactly("a:0", "a:1");
      testIndex.put("a", "Tittel");
      assertThat(testIndex.documentOf(gone)).isEmpty();
    }
  }

  @Test
  void documentsAreFoundByTheirBlocksThoseThatShareTheMostFirst() {
    List<TextHash> hashes = Stream.of("en", "to", "tre").map(TextHash::ofNormalized).toList();
    try (var testIndex = new TestIndex(folder)) {
      putWith(testIndex, "a", hashes.subList(2, 3));
      putWith(testIndex, "b", hashes);
      putWith(testIndex, "c", List.of(TextHash.ofNormalized("fire")));
      testIndex.index.remove(new DocumentId("b"));
      testIndex.index.refresh();
      assertThat(testIndex.withFingerprints(hashes, 1, 50))
          .extracting(DocumentId::value)
          .containsExactly("a");
      putWith(testIndex, "b", hashes);
      assertThat(testIndex.withFingerprints(hashes, 1, 50))
          .extracting(DocumentId::value)
          .containsExactly("b", "a");
      assertThat(testIndex.withFingerprints(hashes, 2, 50))
          .extracting(DocumentId::value)
          .containsExactly("b");
    }
  }

  @Test
  void theBeginningOfAHashIsEnoughToBeFoundBy() {
    try (var testIndex = new TestIndex(folder)) {
      putWith(testIndex, "a", List.of(hash("0123456789ab", "c")));
      assertThat(testIndex.withFingerprints(List.of(hash("0123456789ab", "d")), 1, 50))
          .containsExactly(new DocumentId("a"));
      assertThat(testIndex.withFingerprints(List.of(hash("0123456789a", "c")), 1, 50)).isEmpty();
    }
  }

  private static TextHash hash(String beginning, String rest) {
    return new TextHash(beginning + rest.repeat(32 - beginning.length()));
  }

  private static void putWith(TestIndex testIndex, String document, List<TextHash> hashes) {
    IndexedDocument head = TestIndex.head(document);
    testIndex.index.put(
        head, TestIndex.sections(head, "Tittel"), new DocumentTrace(List.of(), hashes, List.of()));
    testIndex.index.refresh();
  }

  @Test
  void anotherSchemaEmptiesTheIndex() throws IOException {
    try (var directory = FSDirectory.open(sections());
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("schema", "0", "complete", "true").entrySet());
      writer.commit();
    }
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.wasEmptied()).isTrue();
      assertThat(testIndex.index.complete()).isFalse();
      testIndex.put("a", "Tittel", "Klima");
      assertThat(testIndex.found("klima")).containsExactly("a:1");
    }
  }

  @Test
  void everyDamagedFileEmptiesTheIndexAndNothingElseInTheFolderIsTouched() throws IOException {
    Files.createDirectories(sections());
    Files.writeString(sections().resolve("notes.txt"), "mine");
    List<String> files = fill();
    assertThat(files).hasSizeGreaterThan(3);
    for (String file : files) {
      damage(sections().resolve(file));
      try (var testIndex = new TestIndex(folder)) {
        assertThat(testIndex.index.wasEmptied()).as(file).isTrue();
        assertThat(testIndex.found("klima")).isEmpty();
      }
      assertThat(fill()).as("the same names again").isNotEmpty();
      files = names();
    }
    assertThat(sections().resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void whatAnotherProgramLeftInTheFolderIsNoObstacle() throws IOException {
    fill();
    Files.writeString(sections().resolve("write.lock"), "<<<<<<< HEAD\n");
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.wasEmptied()).isTrue();
    }
    List<String> files = fill();
    String last = files.stream().filter(name -> name.startsWith("segments_")).findFirst().get();
    Path before = sections().resolve("segments_1");
    Files.copy(sections().resolve(last), before);
    damage(before);
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("b", "Tittel", "Klima");
      assertThat(testIndex.found("klima")).contains("b:1");
    }
  }

  @Test
  void aBrokenSealCostsAReadingAndNothingElse() throws IOException {
    fill();
    damage(sections().resolve("seal"));
    try (var testIndex = new TestIndex(folder)) {
      assertThat(testIndex.index.wasEmptied()).isFalse();
      assertThat(Files.exists(sections().resolve("seal"))).as("while it is open").isFalse();
    }
    assertThat(Files.exists(sections().resolve("seal"))).as("closed in order").isTrue();
  }

  private Path sections() {
    return folder.resolve("1/sections");
  }

  private List<String> fill() throws IOException {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Klima og frihet");
      testIndex.index.commit(true);
    }
    return names();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(sections())) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !List.of("write.lock", "notes.txt", "seal").contains(name))
          .sorted()
          .toList();
    }
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
  }

  @Test
  void readingBesideAWriterSeesWhatItCommits() {
    try (var testIndex = new TestIndex(folder)) {
      testIndex.put("a", "Tittel", "Klima");
      testIndex.index.commit(true);
      try (var reading = SectionIndex.openForReading(folder)) {
        assertThat(reading.search(searcher -> searcher.search(SearchRequest.of("klima"))).total())
            .isEqualTo(1);
        testIndex.put("b", "Tittel", "Klima");
        testIndex.index.commit(true);
        reading.refresh();
        assertThat(reading.search(searcher -> searcher.search(SearchRequest.of("klima"))).total())
            .isEqualTo(2);
        assertThat(reading.complete()).isTrue();
        assertThatThrownBy(() -> reading.remove(new DocumentId("a")))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Test
  void closingAnIndexThatSomebodyHasDeletedIsNoFailure() throws IOException {
    var testIndex = new TestIndex(folder);
    testIndex.put("a", "Tittel", "Klima");
    testIndex.index.commit(true);
    testIndex.put("a", "Tittel", "Fred");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    testIndex.close();

    assertThat(folder).doesNotExist();
  }

  @Test
  void whoeverReadsReadsOnWhenItIsClosedAndEvenDeleted() throws IOException {
    var testIndex = new TestIndex(folder);
    testIndex.put("a", "sak en", "sak to");
    testIndex.index.commit(true);
    testIndex.put("b", "sak tre");
    try (SectionIterator found =
        testIndex.index.search(searcher -> searcher.all(SearchRequest.of("sak")))) {
      testIndex.close();
      List<String> closed = names();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      assertThat(closed).isNotEmpty();
      assertThat(found).toIterable().hasSize(3);
    }
    assertThat(folder).as("nothing is written afterwards").doesNotExist();
    assertThatThrownBy(() -> testIndex.search("sak")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void foldersThatCannotBeUsedAreNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> SectionIndex.open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> SectionIndex.openForReading(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
    try (var first = SectionIndex.open(folder)) {
      assertThat(first.complete()).isFalse();
      assertThatThrownBy(() -> SectionIndex.open(folder))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  @Tag("slow")
  void searchesGoOnWhileDocumentsAreWritten() throws Exception {
    try (var testIndex = new TestIndex(folder);
        var threads = Executors.newFixedThreadPool(4)) {
      var done = new AtomicBoolean();
      testIndex.put("0", "Tittel", "Klima");
      List<Future<?>> writers =
          Stream.of("a", "b")
              .<Future<?>>map(n -> threads.submit(() -> fill(testIndex, n)))
              .toList();
      List<Future<?>> readers =
          Stream.of(1, 2).<Future<?>>map(n -> threads.submit(() -> ask(testIndex, done))).toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
      testIndex.index.refresh();
      assertThat(testIndex.search("klima").total()).isEqualTo(101);
    }
  }

  private static void fill(TestIndex testIndex, String name) {
    for (int i = 0; i < 50; i++) {
      testIndex.put(name + i, "Tittel", "Klima og frihet");
      testIndex.put(name + i, "Tittel", "Klima og fred");
    }
  }

  private static void ask(TestIndex testIndex, AtomicBoolean done) {
    long last = 0;
    while (!done.get()) {
      SearchResult result = testIndex.search("klima");
      assertThat(result.total()).isGreaterThanOrEqualTo(last);
      last = result.total();
    }
  }
}
