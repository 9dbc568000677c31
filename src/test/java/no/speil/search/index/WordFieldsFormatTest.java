package no.speil.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.lexicon.CompoundSplitter;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every segment has the words of its texts backwards, in order, however it came about. */
class WordFieldsFormatTest {
  private static final FieldGroup SIDE = FieldGroup.ORIGINAL;

  @TempDir Path folder;

  private static Document entry(String id, String text) {
    var document = new Document();
    document.add(new StringField("id", id, Store.NO));
    if (!text.isEmpty()) {
      document.add(new TextField(SIDE.words(), text, Store.NO));
      document.add(new Field(SIDE.endings(), "", StringField.TYPE_NOT_STORED));
    }
    return document;
  }

  /** All that an index knows of a term or a norm in one place, by the id of the entry. */
  private record Fact(String field, String term, String id, List<Integer> numbers) {}

  private interface Writing {
    void write(IndexWriter writer) throws IOException;
  }

  private void write(Writing writing) throws IOException {
    var config = new IndexWriterConfig(new FieldAnalyzer()).setCodec(new SectionCodec());
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, config)) {
      writing.write(writer);
    }
  }

  private static List<String> terms(Terms terms) throws IOException {
    var all = new ArrayList<String>();
    TermsEnum each = terms.iterator();
    while (each.next() != null) {
      all.add(each.term().utf8ToString());
    }
    return all;
  }

  /** The dictionary of each segment. */
  private List<List<String>> dictionaries() throws IOException {
    var all = new ArrayList<List<String>>();
    read(
        segment -> {
          Terms endings = segment.terms(SIDE.endings());
          all.add(endings == null ? List.of() : terms(endings));
        });
    return all;
  }

  private interface SegmentReading {
    void read(LeafReader segment) throws IOException;
  }

  /** Reads each segment; fails if one is damaged. */
  private void read(SegmentReading reading) throws IOException {
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory);
        var check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      assertThat(check.checkIndex().clean).isTrue();
      for (LeafReaderContext leaf : reader.leaves()) {
        reading.read(leaf.reader());
      }
    }
  }

  @Test
  void mergedSegmentsHaveTheWordsOfAllAndLoseDeletedOnesWithTheNextMerge() throws IOException {
    write(
        writer -> {
          writer.addDocument(entry("1", "Blåne far"));
          writer.addDocument(entry("2", ""));
          writer.commit();
          writer.addDocument(entry("3", "far og bror"));
          writer.addDocument(entry("4", "søster"));
          writer.commit();
          writer.addDocument(entry("5", ""));
        });
    assertThat(dictionaries())
        .containsExactly(
            List.of("enalb\u0001", "raf"), List.of("go", "raf", "retsos\u0001", "rorb"), List.of());
    write(
        writer -> {
          writer.deleteDocuments(new Term("id", "1"), new Term("id", "4"));
          writer.forceMerge(1);
        });
    assertThat(dictionaries())
        .containsExactly(List.of("enalb\u0001", "go", "raf", "retsos\u0001", "rorb"));
    write(
        writer -> {
          writer.addDocument(entry("6", "ny"));
          writer.commit();
          writer.forceMerge(1);
        });
    assertThat(dictionaries()).containsExactly(List.of("go", "raf", "rorb", "yn"));
  }

  @Test
  void segmentOfWhichAllTextsAreDeletedIsNotDamaged() throws IOException {
    write(
        writer -> {
          writer.addDocument(entry("1", "ord"));
          writer.addDocument(entry("2", ""));
          writer.commit();
          writer.deleteDocuments(new Term("id", "1"));
          writer.forceMerge(1);
        });
    assertThat(dictionaries()).containsExactly(List.of("dro"));
  }

  @Test
  void manyWordsAreKeptOnceEach() throws IOException {
    List<String> words =
        Stream.iterate(10_000, number -> number + 7).limit(5_000).map(n -> "ord" + n).toList();
    write(
        writer -> {
          for (int i = 0; i < 20; i++) {
            writer.addDocument(entry("" + i, String.join(" ", words.subList(250 * i, 5_000))));
          }
        });
    assertThat(dictionaries())
        .containsExactly(
            words.stream().map(w -> new StringBuilder(w).reverse().toString()).sorted().toList());
  }

  private static final CompoundSplitter COMPOUNDS =
      CompoundSplitter.learn(
          sink ->
              Stream.of("skole", "bøker", "bøkene", "barn", "barne", "kvinne", "gruppa")
                  .forEach(word -> sink.accept(word, 50)));

  /** Every letter that has a small one, in the middle of a word. */
  private static String letters() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.isLetter(c) && Character.toLowerCase(c) != c)
        .mapToObj(c -> "at" + Character.toString(c) + "er")
        .collect(Collectors.joining(" "));
  }

  private static List<List<String>> texts() {
    return List.of(
        List.of("Skolebøkene og SKOLEBØKER, barnebarn og barnebarna til Kvinnegruppa"),
        List.of(""),
        List.of("og i det"),
        List.of("Møtet blei ikkje halde; the Women's groups weren't O'Brien's, it\u2019s naïve"),
        List.of("og", "Åse Ærø", "", "Ottar; Ase Aero", "er"),
        List.of(letters()),
        List.of("x".repeat(700) + " 東京 e\u0301 \uD83D\uDE00 ord, ord, Ord, ORD"));
  }

  private static Document entry(int number, List<String> texts, boolean filled) {
    var document = new Document();
    document.add(new StringField("id", "" + number, Store.YES));
    for (FieldGroup side : FieldGroup.BOTH) {
      for (String text : texts) {
        document.add(new TextField(side.stem(), text, Store.NO));
        document.add(new TextField(side.words(), text, Store.NO));
        document.add(new Field(side.endings(), "", StringField.TYPE_NOT_STORED));
        if (side == FieldGroup.ORIGINAL) {
          var type = new FieldType(TextField.TYPE_NOT_STORED);
          type.setIndexOptions(IndexOptions.DOCS);
          type.setOmitNorms(true);
          document.add(new Field(side.standalone(), filled ? text : "", type));
        }
      }
    }
    return document;
  }

  private void writeTexts(IndexWriterConfig config, boolean filled, boolean merge)
      throws IOException {
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, config)) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < texts().size(); i++) {
          writer.addDocument(entry(10 * round + i, texts().get(i), filled));
        }
        writer.deleteDocuments(new Term("id", "" + round));
        writer.commit();
      }
      writer.deleteDocuments(new Term("id", "14"));
      if (merge) {
        writer.forceMerge(1);
      }
    }
  }

  private List<Fact> facts() throws IOException {
    var all = new ArrayList<Fact>();
    read(
        segment -> {
          for (FieldInfo field : segment.getFieldInfos()) {
            addNorms(segment, field.name, all);
            Terms terms = segment.terms(field.name);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            while (each.next() != null) {
              addPostings(segment, field.name, each, all);
            }
          }
        });
    return all;
  }

  private static void addNorms(LeafReader reader, String field, List<Fact> all) throws IOException {
    NumericDocValues norms = reader.getNormValues(field);
    if (norms != null) {
      while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        all.add(new Fact(field, "", id(reader, norms), List.of((int) norms.longValue())));
      }
    }
  }

  private static void addPostings(LeafReader reader, String field, TermsEnum term, List<Fact> all)
      throws IOException {
    PostingsEnum postings = term.postings(null, PostingsEnum.ALL);
    while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      var numbers = new ArrayList<Integer>();
      if (reader.terms(field).hasPositions()) {
        for (int i = 0; i < postings.freq(); i++) {
          numbers.add(postings.nextPosition());
        }
      }
      all.add(new Fact(field, term.term().utf8ToString(), id(reader, postings), numbers));
    }
  }

  private static String id(LeafReader reader, DocIdSetIterator at) throws IOException {
    return reader.storedFields().document(at.docID()).get("id");
  }

  /** Terms, where they stand, and norms; an entry that is deleted at once counts as well. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsAsWrittenMakeTheSameIndexAsAllTheirTerms(boolean merge) throws IOException {
    var analyzer = new FieldAnalyzer(COMPOUNDS);
    writeTexts(
        new IndexWriterConfig(analyzer)
            .setCodec(new SectionCodec())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE),
        true,
        merge);
    List<Fact> expected = facts();
    writeTexts(
        SectionCodec.config(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE), false, merge);
    assertThat(expected)
        .extracting(Fact::field, Fact::term)
        .contains(
            tuple(SIDE.stem(), "skol"),
            tuple(SIDE.standalone(), "barnebarn"),
            tuple(SIDE.words(), "\u0001skolebokene"));
    assertThat(facts()).isEqualTo(expected);
  }
}
