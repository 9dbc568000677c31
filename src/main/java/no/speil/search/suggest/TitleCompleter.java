package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

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
    var words = new EnumMap<FieldGroup, List<String>>(FieldGroup.class);
    FieldGroup.BOTH.forEach(fieldGroup -> words.put(fieldGroup, words(fieldGroup, typed)));
    // By folded text: the same heading is in many documents.
    var found = new LinkedHashMap<String, Completion>();
    for (CompletionField completionField : CompletionField.values()) {
      for (boolean first : new boolean[] {true, false}) {
        if (found.size() < most) {
          look(searcher, completionField, first, words)
              .forEach(each -> found.putIfAbsent(folded(each.text()), each));
        }
      }
    }
    return found.values().stream().limit(most).toList();
  }

  private List<Completion> look(
      IndexSearcher searcher,
      CompletionField completionField,
      boolean first,
      Map<FieldGroup, List<String>> typed)
      throws IOException {
    var sides = new BooleanQuery.Builder();
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      side(completionField, fieldGroup, first, typed.getOrDefault(fieldGroup, List.of()))
          .ifPresent(side -> sides.add(side, Occur.SHOULD));
    }
    // With constant scores the search ends when it has enough.
    var manager = new TopScoreDocCollectorManager(MOST_READ, null, MOST_READ);
    var completions = new ArrayList<Completion>();
    var stored = new StoredSectionReader(searcher.storedFields());
    for (ScoreDoc each :
        searcher.search(new ConstantScoreQuery(sides.build()), manager).scoreDocs) {
      completion(stored.read(each.doc), completionField, typed).ifPresent(completions::add);
    }
    completions.sort(Comparator.comparingInt(each -> each.text().length()));
    return completions;
  }

  private Optional<Query> side(
      CompletionField completionField, FieldGroup fieldGroup, boolean first, List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var all = new BooleanQuery.Builder();
    if (first) {
      all.add(
          CompletionField.beginning(completionField.first(fieldGroup), words.getFirst()),
          Occur.FILTER);
    }
    words.forEach(
        word ->
            all.add(
                CompletionField.beginning(completionField.any(fieldGroup), word), Occur.FILTER));
    return Optional.of(all.build());
  }

  /** The title or heading in the language that has the words, the original's if both have. */
  private Optional<Completion> completion(
      StoredSection section, CompletionField completionField, Map<FieldGroup, List<String>> typed) {
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      String text = text(section, completionField, fieldGroup);
      if (text != null
          && begins(words(fieldGroup, text), typed.getOrDefault(fieldGroup, List.of()))) {
        return Optional.of(
            new Completion(
                completionField == CompletionField.TITLE ? Kind.TITLE : Kind.HEADING,
                text,
                fieldGroup == FieldGroup.ORIGINAL
                    ? section.documentRef().language()
                    : Language.ENGLISH,
                section.section()));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String text(
      StoredSection section, CompletionField completionField, FieldGroup fieldGroup) {
    DocumentTitles titles = section.documentRef().titles();
    Texts texts = section.texts();
    boolean isOriginal = fieldGroup == FieldGroup.ORIGINAL;
    return switch (completionField) {
      case TITLE -> isOriginal ? titles.original() : titles.translation();
      case HEADING -> isOriginal ? texts.original() : texts.translation();
    };
  }

  /** Whether a text has a word for each typed one that begins as that. */
  private static boolean begins(List<String> has, List<String> typed) {
    return !typed.isEmpty()
        && typed.stream().allMatch(word -> has.stream().anyMatch(it -> it.startsWith(word)));
  }

  private List<String> words(FieldGroup fieldGroup, String text) {
    return terms.texts(fieldGroup.folded(), text);
  }

  private String folded(String text) {
    return String.join(" ", words(FieldGroup.ORIGINAL, text));
  }
}
