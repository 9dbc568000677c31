package no.speil.search.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Language;
import no.speil.search.Completion;
import no.speil.search.Completion.Kind;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.PrefixTerms;
import no.speil.search.schema.PrefixTerms.IndexedTerm;
import org.apache.lucene.search.IndexSearcher;

/** Completes queries by words, titles and headings. For one state of the index. */
public final class QueryCompleter {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 4;
  private static final int MOST_TITLES = 6;

  private static final int MOST_READ = 8_000;
  private static final int MOST_ALIKE = 32;

  /** The letters by which very many words are told apart, so that the work is bounded. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private static final int LEAST_SECTIONS = 2;
  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+$");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\s,.'’–-]+");

  private final FieldTerms terms;
  private final IndexSearcher searcher;
  private final TitleCompleter titles;
  private final SurfaceForms forms;

  public QueryCompleter(FieldTerms terms, IndexSearcher searcher) {
    this.terms = terms;
    this.searcher = searcher;
    this.titles = new TitleCompleter(terms);
    this.forms = new SurfaceForms(terms, searcher.getIndexReader());
  }

  /** At most ten completions, words first; none if the query is too short or too long. */
  public List<Completion> of(String typed) throws IOException {
    if (typed.strip().length() < SHORTEST || typed.length() > LONGEST) {
      return List.of();
    }
    var all = new ArrayList<>(words(typed));
    // A query with operators asks for something else than a title.
    if (PLAIN.matcher(typed).matches()) {
      all.addAll(titles.find(searcher, typed, MOST_TITLES));
    }
    return all;
  }

  private List<Completion> words(String typed) throws IOException {
    Matcher last = LAST_WORD.matcher(typed);
    if (!last.find() || last.group().length() < SHORTEST) {
      return List.of();
    }
    String before = typed.substring(0, last.start());
    return written(last.group()).stream()
        .map(word -> new Completion(Kind.WORD, before + word, Language.UNDETERMINED, null))
        .toList();
  }

  /** A folded word of one side and the number of sections that have it. */
  private record Frequent(FieldGroup group, String word, int sections) {}

  private List<Frequent> frequent(String beginning) throws IOException {
    var frequent = new ArrayList<Frequent>();
    for (FieldGroup group : FieldGroup.BOTH) {
      String field = group.folded();
      for (String start : terms.texts(field, beginning)) {
        startingWith(field, start, MOST_READ).stream()
            .filter(each -> each.sections() >= LEAST_SECTIONS && !each.text().equals(start))
            .map(each -> new Frequent(group, each.text(), each.sections()))
            .forEach(frequent::add);
      }
    }
    frequent.sort(Comparator.comparingInt(Frequent::sections).reversed());
    return frequent;
  }

  /** The terms that begin so; where they are too many, some of each further letter, or two. */
  private List<IndexedTerm> startingWith(String field, String start, int most) throws IOException {
    List<IndexedTerm> all = PrefixTerms.of(searcher.getIndexReader(), field, start, most);
    if (all.size() < most || most == MOST_ALIKE) {
      return all;
    }
    int share = Math.max(MOST_ALIKE, most / LETTERS.length());
    var some = new ArrayList<IndexedTerm>();
    for (int i = 0; i < LETTERS.length(); i++) {
      some.addAll(startingWith(field, start + LETTERS.charAt(i), share));
    }
    return some;
  }

  /**
   * One form of each word, since a search finds the others. Words that begin exactly as typed come
   * before words that differ in accents.
   */
  private List<String> written(String typed) throws IOException {
    var stems = new HashSet<String>();
    var written = new LinkedHashSet<String>();
    for (Frequent each : frequent(typed)) {
      if (written.size() >= 2 * MOST_WORDS) {
        break;
      }
      if (!terms.isStopWord(each.word()) && isNew(stems, each.word())) {
        written.add(forms.of(each.group(), each.word()));
      }
    }
    String start = typed.toLowerCase(Locale.ROOT);
    return written.stream()
        .sorted(Comparator.comparing((String word) -> !word.startsWith(start)))
        .limit(MOST_WORDS)
        .toList();
  }

  private boolean isNew(Set<String> stems, String word) {
    List<String> its =
        FieldGroup.BOTH.stream()
            .flatMap(group -> terms.texts(group.stem(), word).stream())
            .toList();
    return Collections.disjoint(stems, its) && stems.addAll(its);
  }
}
