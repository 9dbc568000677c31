package no.speil.search.around;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.search.Completion;
import no.speil.search.Completion.Kind;
import no.speil.search.entry.Column;
import no.speil.search.entry.Lead;
import no.speil.search.entry.Schema;
import no.speil.search.text.Terms;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Titles, then headings, that have words beginning as those typed, folded; those that begin with
 * them come first. Reads a fixed number of sections however many there are.
 */
final class LeadLookup {
  private static final int MOST_READ = 40;

  private final Terms terms;

  LeadLookup(Terms terms) {
    this.terms = terms;
  }

  List<Completion> find(IndexSearcher searcher, String typed, int most) throws IOException {
    // By their folded text: the same heading stands in many documents.
    var found = new LinkedHashMap<String, Completion>();
    for (Lead lead : Lead.values()) {
      for (boolean first : new boolean[] {true, false}) {
        if (found.size() < most) {
          look(searcher, lead, first, typed)
              .forEach(each -> found.putIfAbsent(folded(each.text()), each));
        }
      }
    }
    return found.values().stream().limit(most).toList();
  }

  private List<Completion> look(IndexSearcher searcher, Lead lead, boolean first, String typed)
      throws IOException {
    var sides = new BooleanQuery.Builder();
    for (Column column : Column.BOTH) {
      side(lead, column, first, typed).ifPresent(side -> sides.add(side, Occur.SHOULD));
    }
    // Where all score alike, the search ends when it has as many as are wanted.
    var manager = new TopScoreDocCollectorManager(MOST_READ, null, MOST_READ);
    var completions = new ArrayList<Completion>();
    for (ScoreDoc each :
        searcher.search(new ConstantScoreQuery(sides.build()), manager).scoreDocs) {
      completion(searcher.storedFields().document(each.doc), lead, typed)
          .ifPresent(completions::add);
    }
    completions.sort(Comparator.comparingInt(each -> each.text().length()));
    return completions;
  }

  private Optional<Query> side(Lead lead, Column column, boolean first, String typed) {
    List<String> words = words(column, typed);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    if (first) {
      all.add(new TermQuery(new Term(lead.first(column), words.getFirst())), Occur.FILTER);
    }
    words.forEach(word -> all.add(new TermQuery(new Term(lead.any(column), word)), Occur.FILTER));
    return Optional.of(all.build());
  }

  /** In the language that has the words; in the original's where both have. */
  private Optional<Completion> completion(Document document, Lead lead, String typed) {
    for (Column column : Column.BOTH) {
      String text = document.get(lead == Lead.TITLE ? column.title() : column.stem());
      if (text != null && begins(column, text, typed)) {
        return Optional.of(
            new Completion(
                lead == Lead.TITLE ? Kind.TITLE : Kind.HEADING,
                text,
                column == Column.ORIGINAL
                    ? new Language(document.get(Schema.LANGUAGE))
                    : Language.ENGLISH,
                new SectionId(document.get(Schema.SECTION))));
      }
    }
    return Optional.empty();
  }

  private boolean begins(Column column, String text, String typed) {
    List<String> has = words(column, text);
    List<String> wanted = words(column, typed);
    return !wanted.isEmpty()
        && wanted.stream().allMatch(word -> has.stream().anyMatch(it -> it.startsWith(word)));
  }

  private List<String> words(Column column, String text) {
    return terms.of(column.folded(), text).stream().map(Terms.Term::text).toList();
  }

  private String folded(String text) {
    return String.join(" ", words(Column.ORIGINAL, text));
  }
}
