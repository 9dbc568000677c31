package no.speil.search.suggest;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.search.Completion;
import no.speil.search.Completion.Kind;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.Document;
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
final class TitleCompleter {
  private static final int MOST_READ = 40;

  private final FieldTerms terms;

  TitleCompleter(FieldTerms terms) {
    this.terms = terms;
  }

  List<Completion> find(IndexSearcher searcher, String typed, int most) throws IOException {
    // By folded text: the same heading is in many documents.
    var found = new LinkedHashMap<String, Completion>();
    for (CompletionField completionField : CompletionField.values()) {
      for (boolean first : new boolean[] {true, false}) {
        if (found.size() < most) {
          look(searcher, completionField, first, typed)
              .forEach(each -> found.putIfAbsent(folded(each.text()), each));
        }
      }
    }
    return found.values().stream().limit(most).toList();
  }

  /** In the language that has the words, the original's if both have. */
  private List<Completion> look(
      IndexSearcher searcher, CompletionField completionField, boolean first, String typed)
      throws IOException {
    var completions = new LinkedHashMap<SectionId, Completion>();
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      List<String> words = words(fieldGroup, typed);
      if (!words.isEmpty()) {
        // With constant scores the search ends when it has enough.
        var manager = new TopScoreDocCollectorManager(MOST_READ, null, MOST_READ);
        Query query = new ConstantScoreQuery(query(completionField, fieldGroup, first, words));
        for (ScoreDoc each : searcher.search(query, manager).scoreDocs) {
          Document section = searcher.storedFields().document(each.doc);
          completions.putIfAbsent(
              new SectionId(section.get(IndexSchema.SECTION)),
              completion(section, completionField, fieldGroup));
        }
      }
    }
    return completions.values().stream()
        .sorted(Comparator.comparingInt(each -> each.text().length()))
        .toList();
  }

  private static Query query(
      CompletionField completionField, FieldGroup fieldGroup, boolean first, List<String> words) {
    var all = new BooleanQuery.Builder();
    if (first) {
      String field = completionField.first(fieldGroup);
      all.add(CompletionField.beginning(field, words.getFirst()), Occur.FILTER);
    }
    String field = completionField.any(fieldGroup);
    words.forEach(word -> all.add(CompletionField.beginning(field, word), Occur.FILTER));
    return all.build();
  }

  private static Completion completion(
      Document section, CompletionField completionField, FieldGroup fieldGroup) {
    boolean isTitle = completionField == CompletionField.TITLE;
    return new Completion(
        isTitle ? Kind.TITLE : Kind.HEADING,
        section.get(isTitle ? fieldGroup.title() : fieldGroup.stem()),
        fieldGroup == FieldGroup.ORIGINAL
            ? new Language(section.get(IndexSchema.LANGUAGE))
            : Language.ENGLISH,
        new SectionId(section.get(IndexSchema.SECTION)));
  }

  private List<String> words(FieldGroup fieldGroup, String text) {
    return terms.texts(fieldGroup.folded(), text);
  }

  private String folded(String text) {
    return String.join(" ", words(FieldGroup.ORIGINAL, text));
  }
}
