package no.speil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.text.ResourceFile;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.library.documents.LiveDocument;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.index.SearchableIndex;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteUrls;

/**
 * The search of the static site: files that its script loads as it needs them, since a page that is
 * opened from a disk may read scripts only. A word finds the sections with any of its forms, and
 * those with its sure translations.
 */
final class StaticSearch {
  static final String SCRIPT = "search/search.js";

  private static final int SECTIONS_IN_A_FILE = 100;

  private static final int WORD_PAGES = 500;

  private static final IndexTokenizer WRITTEN = IndexTokenizer.ofWrittenWords();

  private static final FieldTerms TERMS = new FieldTerms(new FieldAnalyzer());

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SearchableIndex index;
  private final StaticFolder folder;
  private final List<List<String>> sections = new ArrayList<>();
  private final List<List<String>> documents = new ArrayList<>();
  private final Map<Side, Map<String, Occurrences>> terms =
      Map.of(Side.ORIGINAL, new TreeMap<>(), Side.TRANSLATION, new TreeMap<>());

  /** The terms of each word of a language, as far as it has been read. */
  private final Map<String, List<Token>> read = new HashMap<>();

  private int number;

  StaticSearch(SearchableIndex index, StaticFolder folder) {
    this.index = index;
    this.folder = folder;
  }

  /** Where a term stands: numbers of sections, each as its distance from the one before. */
  private static final class Occurrences {
    private final StringBuilder distances = new StringBuilder();
    private final Map<String, Integer> forms = new TreeMap<>();
    private int last;

    void add(int section, String form) {
      if (distances.isEmpty() || section != last) {
        distances.append(Integer.toString(section - last, Character.MAX_RADIX)).append(' ');
        last = section;
      }
      if (!form.isEmpty()) {
        forms.merge(form, 1, Integer::sum);
      }
    }
  }

  void add(LiveDocument document) {
    documents.add(
        List.of(
            SiteUrls.document(document.id()),
            document.title(Side.ORIGINAL),
            document.title(Side.TRANSLATION)));
    document.sections().stream().map(TrackedSection::section).forEach(this::add);
  }

  private void add(Section section) {
    for (Side side : Side.values()) {
      WRITTEN.cut(side, section.words(side)).stream()
          .map(Token::form)
          .map(form -> read.computeIfAbsent(code(side, form), it -> terms(side, form)))
          .flatMap(List::stream)
          .forEach(token -> add(side, token.term(), token.form()));
    }
    sections.add(
        List.of(
            String.valueOf(documents.size() - 1),
            section.id().value(),
            section.words(Side.ORIGINAL),
            section.words(Side.TRANSLATION)));
    number++;
    if (number % SECTIONS_IN_A_FILE == 0) {
      putSections();
    }
  }

  private void add(Side side, String term, String form) {
    terms(side).computeIfAbsent(term, key -> new Occurrences()).add(number, form);
  }

  /** The terms under which a word is found; one that carries grammar is its own. */
  private List<Token> terms(Side side, String form) {
    return TERMS.isFunctionWord(form)
        ? List.of(new Token(form, form, 0))
        : index.tokenizer().cut(side, form);
  }

  private Map<String, Occurrences> terms(Side side) {
    return terms.getOrDefault(side, Map.of());
  }

  /** A term of one language. */
  private static String code(Side side, String term) {
    return (side == Side.ORIGINAL ? "n:" : "e:") + term;
  }

  private void putSections() {
    put("sections-" + (number - 1) / SECTIONS_IN_A_FILE, sections);
    sections.clear();
  }

  /** The addresses of the pages of the commonest words of each language. */
  Set<String> wordPages() {
    return Stream.of(Side.values())
        .flatMap(
            side ->
                terms(side).values().stream()
                    .flatMap(each -> each.forms.entrySet().stream())
                    .filter(form -> !TERMS.isFunctionWord(form.getKey()))
                    .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(WORD_PAGES)
                    .map(form -> SiteUrls.word(form.getKey(), side)))
        .collect(Collectors.toSet());
  }

  /** Writes the titles of all texts; tells whether they are as they were. */
  boolean putDocuments() {
    return put("documents", documents);
  }

  void write() {
    folder.put(SCRIPT, ResourceFile.bytes(StaticSearch.class, "/no/speil/publish/search.js"));
    if (!sections.isEmpty()) {
      putSections();
    }
    Map<String, Map<String, Object>> files = new TreeMap<>();
    Map<String, Set<String>> codes = new TreeMap<>();
    for (Side side : Side.values()) {
      terms(side)
          .forEach(
              (term, where) -> {
                files
                    .computeIfAbsent(file(term), it -> new TreeMap<>())
                    .put(
                        code(side, term),
                        List.of(
                            where.distances.toString().strip(),
                            translations(side, term),
                            where.forms.keySet()));
                for (String form : where.forms.keySet()) {
                  codes.computeIfAbsent(form, it -> new TreeSet<>()).add(code(side, term));
                }
              });
    }
    codes.forEach(
        (form, each) -> files.computeIfAbsent(file(form), it -> new TreeMap<>()).put(form, each));
    files.forEach(this::put);
  }

  /** The terms of the sure translations that the archive has. */
  private Set<String> translations(Side side, String term) {
    return index.lexicon().translations(side, term).stream()
        .filter(each -> each.sure() && !TERMS.isFunctionWord(term))
        .filter(each -> terms(side.other()).containsKey(each.term()))
        .map(each -> code(side.other(), each.term()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The name of the file with all words that begin alike. */
  private static String file(String word) {
    return word.chars()
        .limit(2)
        .mapToObj(letter -> Integer.toString(letter, Character.MAX_RADIX))
        .collect(Collectors.joining("-", "words-", ""));
  }

  private boolean put(String name, Object content) {
    try {
      String call = "searchFile(\"%s\", %s);\n".formatted(name, MAPPER.writeValueAsString(content));
      return folder.put("search/" + name + ".js", call.getBytes(UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
