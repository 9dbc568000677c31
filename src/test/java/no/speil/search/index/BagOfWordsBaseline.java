package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.NewsStories.Sentence;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * The known method that ours is measured against: any of the words or their translations on the
 * Norwegian side, and what else is named.
 */
final class BagOfWordsBaseline implements AutoCloseable {
  private static final String STEM = FieldGroup.ORIGINAL.stem();

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final FieldTerms terms = new FieldTerms(new FieldAnalyzer());

  BagOfWordsBaseline(Path folder) throws IOException {
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
    List<FieldTerms.TermPosition> words = terms.of(FieldGroup.TRANSLATION.folded(), query);
    words.forEach(each -> add(bag, each.text().toLowerCase(Locale.ROOT), lexicon));
    for (int i = 0; i + 1 < words.size(); i++) {
      addPhrase(bag, words.get(i).text() + ' ' + words.get(i + 1).text(), lexicon);
    }
    try {
      var found = new ArrayList<String>();
      for (ScoreDoc each : searcher.search(bag.build(), 10).scoreDocs) {
        found.add(
            searcher
                .storedFields()
                .document(each.doc, Set.of(IndexSchema.SECTION))
                .get(IndexSchema.SECTION));
      }
      return found.indexOf(sentence.id().value()) + 1;
    } catch (IOException e) {
      throw new UncheckedIOException("searching the figures' index", e);
    }
  }

  private void add(BooleanQuery.Builder bag, String word, Lexicon lexicon) {
    List<FieldTerms.TermPosition> english = terms.of(FieldGroup.TRANSLATION.stem(), word);
    if (english.size() != 1) {
      return;
    }
    List<TermTranslation> known = lexicon.translations(Side.TRANSLATION, english.getFirst().text());
    var any = new SynonymQuery.Builder(STEM);
    var seen = new HashSet<String>();
    for (FieldTerms.TermPosition raw : terms.of(STEM, word)) {
      add(any, seen, raw.text(), 1);
    }
    known.forEach(each -> add(any, seen, each.term(), each.weight()));
    bag.add(any.build(), Occur.SHOULD);
  }

  /** Two words that were learned together, see {@link #withPhrases}. */
  private void addPhrase(BooleanQuery.Builder bag, String words, Lexicon lexicon) {
    List<String> stems =
        terms.of(FieldGroup.TRANSLATION.stem(), words).stream()
            .map(FieldTerms.TermPosition::text)
            .toList();
    List<TermTranslation> known =
        stems.size() == 2
            ? lexicon.translations(Side.TRANSLATION, String.join(" ", stems))
            : List.of();
    if (!known.isEmpty()) {
      var any = new SynonymQuery.Builder(STEM);
      known.forEach(each -> any.addTerm(new Term(STEM, each.term()), (float) each.weight()));
      bag.add(any.build(), Occur.SHOULD);
    }
  }

  /** Of English also every two words that stand side by side, as one term. */
  static List<Token> withPhrases(Side side, List<Token> words) {
    if (side == Side.ORIGINAL) {
      return words;
    }
    var all = new ArrayList<>(words);
    for (int i = 0; i + 1 < words.size(); i++) {
      Token one = words.get(i);
      Token two = words.get(i + 1);
      if (two.position() == one.position() + 1) {
        all.add(
            new Token(
                one.term() + ' ' + two.term(), one.form() + ' ' + two.form(), one.position()));
      }
    }
    all.sort(Comparator.comparingInt(Token::position));
    return all;
  }

  private static void add(SynonymQuery.Builder any, Set<String> seen, String term, double weight) {
    if (seen.add(term)) {
      any.addTerm(new Term(STEM, term), (float) weight);
    }
  }
}
