package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.Translation;
import no.speil.search.entry.Column;
import no.speil.search.entry.Schema;
import no.speil.search.text.Analysis;
import no.speil.search.text.Stories.Sentence;
import no.speil.search.text.Terms;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * The known method that ours is measured against: any of the words or their translations on the
 * Norwegian side, and the 4-grams of words without translation.
 */
final class Bag implements AutoCloseable {
  private static final String STEM = Column.ORIGINAL.stem();
  private static final float RUNS = .2f;
  private static final double KIN_OF_KNOWN = .5;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Terms terms = new Terms(new Analysis());

  Bag(Path folder) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(current(folder)));
    searcher = new IndexSearcher(reader);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static Path current(Path folder) {
    var folders = new GenerationFolders(folder);
    return folders.of(folders.current()).resolve("sections");
  }

  int rank(Sentence sentence, String query, Lexicon lexicon) {
    var bag = new BooleanQuery.Builder();
    for (Terms.Term word : terms.of(Column.TRANSLATION.folded(), query)) {
      add(bag, word.text().toLowerCase(Locale.ROOT), lexicon);
    }
    try {
      var found = new ArrayList<String>();
      for (ScoreDoc each : searcher.search(bag.build(), 10).scoreDocs) {
        found.add(
            searcher.storedFields().document(each.doc, Set.of(Schema.SECTION)).get(Schema.SECTION));
      }
      return found.indexOf(sentence.id().value()) + 1;
    } catch (IOException e) {
      throw new UncheckedIOException("searching the figures' index", e);
    }
  }

  private void add(BooleanQuery.Builder bag, String word, Lexicon lexicon) {
    List<Terms.Term> english = terms.of(Column.TRANSLATION.stem(), word);
    if (english.size() != 1) {
      return;
    }
    List<Translation> known = lexicon.translations(Side.TRANSLATION, english.getFirst().text());
    List<Translation> kin = lexicon.kin(Side.TRANSLATION, word);
    var any = new SynonymQuery.Builder(STEM);
    var seen = new HashSet<String>();
    for (Terms.Term raw : terms.of(STEM, word)) {
      add(any, seen, raw.text(), 1);
    }
    known.forEach(each -> add(any, seen, each.term(), each.weight()));
    kin.forEach(
        each -> add(any, seen, each.term(), each.weight() * (known.isEmpty() ? 1 : KIN_OF_KNOWN)));
    bag.add(any.build(), Occur.SHOULD);
    if (known.isEmpty() && kin.isEmpty()) {
      terms
          .of(Column.ORIGINAL.grams(), word)
          .forEach(run -> bag.add(run(run.text()), Occur.SHOULD));
    }
  }

  private static void add(SynonymQuery.Builder any, Set<String> seen, String term, double weight) {
    if (seen.add(term)) {
      any.addTerm(new Term(STEM, term), (float) weight);
    }
  }

  private static BoostQuery run(String run) {
    return new BoostQuery(new TermQuery(new Term(Column.ORIGINAL.grams(), run)), RUNS);
  }
}
