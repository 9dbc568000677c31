package no.speil.search.suggest;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.Language;
import no.speil.search.Completion;
import no.speil.search.Completion.Kind;
import no.speil.search.DocumentTitles;
import no.speil.search.StoredSection;
import no.speil.search.StoredSection.Texts;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Completes queries by titles, then headings, that have all typed words as prefixes of their words,
 * folded; those whose first word matches come first. Reads a bounded number of sections.
 */
record TitleCompleter(FieldTerms terms) {
  private static final int MOST_READ = 40;

  List<Completion> find(IndexSearcher searcher, String typed, int most) throws IOException {
    // By folded text: the same heading is in many documents.
    var found = new LinkedHashMap<String, Completion>();
    for (CompletionField field : CompletionField.values()) {
      for (boolean first : new boolean[] {true, false}) {
        if (found.size() < most) {
          look(searcher, field, first, typed).stream()
              .sorted(Comparator.comparingInt(each -> each.text().length()))
              .forEach(each -> found.putIfAbsent(folded(each.text()), each));
        }
      }
    }
    return found.values().stream().limit(most).toList();
  }

  /** Each in the language that has the words, the original's if both have. */
  private Collection<Completion> look(
      IndexSearcher searcher, CompletionField field, boolean first, String typed)
      throws IOException {
    var stored = new StoredSectionReader(searcher.storedFields());
    var completions = new LinkedHashMap<Integer, Completion>();
    for (FieldGroup side : FieldGroup.BOTH) {
      // With constant scores the search ends when it has enough.
      var manager = new TopScoreDocCollectorManager(MOST_READ, null, MOST_READ);
      Query query = new ConstantScoreQuery(query(field, first, side, typed));
      for (ScoreDoc each : searcher.search(query, manager).scoreDocs) {
        if (!completions.containsKey(each.doc)) {
          completions.put(each.doc, completion(stored.read(each.doc), field, side));
        }
      }
    }
    return completions.values();
  }

  private Query query(CompletionField field, boolean first, FieldGroup side, String typed) {
    var all = new BooleanQuery.Builder(); // matches nothing if nothing is typed
    List<String> words = terms.texts(side.folded(), typed);
    if (first && !words.isEmpty()) {
      all.add(CompletionField.beginning(field.first(side), words.getFirst()), Occur.FILTER);
    }
    words.forEach(word -> all.add(CompletionField.beginning(field.any(side), word), Occur.FILTER));
    return all.build();
  }

  private static Completion completion(
      StoredSection section, CompletionField field, FieldGroup side) {
    boolean isOriginal = side == FieldGroup.ORIGINAL;
    DocumentTitles titles = section.documentRef().titles();
    Texts texts = section.texts();
    Language language = isOriginal ? section.documentRef().language() : Language.ENGLISH;
    String text =
        switch (field) {
          case TITLE -> isOriginal ? titles.original() : titles.translation();
          case HEADING ->
              Objects.requireNonNull(isOriginal ? texts.original() : texts.translation());
        };
    return new Completion(Kind.valueOf(field.name()), text, language, section.section());
  }

  private String folded(String text) {
    return String.join(" ", terms.texts(FieldGroup.ORIGINAL.folded(), text));
  }
}
