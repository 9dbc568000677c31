package no.speil.search.highlight;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.Hit.Pair;
import no.speil.search.Hit.Rank;
import no.speil.search.Hit.Reason;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.MatchKind;
import no.speil.search.StoredSection;
import no.speil.search.StoredSection.Texts;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.highlight.SnippetHighlighter.SpanFinder;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** Reads hits from the index, with their matches highlighted. For one thread. */
public final class HitReader {
  private final StoredSectionReader stored;
  private final SnippetHighlighter snippets;
  private final IdentityHashMap<HighlightQuery, SpanFinder> finders = new IdentityHashMap<>();

  public HitReader(StoredFields stored, SnippetHighlighter snippets) {
    this.stored = new StoredSectionReader(stored);
    this.snippets = snippets;
  }

  /** Reads a hit, by which translations it was found, and why it is here. */
  public Hit read(int number, HighlightQuery highlight, float score, MatchKind match)
      throws IOException {
    StoredSection found = stored.read(number);
    Texts texts = found.texts();
    var all = new ArrayList<Reason>();
    Excerpt original = excerpt(FieldGroup.ORIGINAL, texts.original(), highlight, all);
    Excerpt translation = excerpt(FieldGroup.TRANSLATION, texts.translation(), highlight, all);
    var reasons = new LinkedHashMap<String, Reason>();
    all.forEach(each -> reasons.merge(each.typed(), each, maxBy(comparing(Reason::kind))));
    reasons.values().removeIf(each -> each.kind() == Reason.Kind.TYPED);
    all.removeIf(each -> each.kind() != Reason.Kind.TRANSLATION);
    List<String> translations = all.stream().map(Reason::found).distinct().toList();
    String names = names(number, texts.place(), highlight);
    var pair = new Pair(texts.place(), original, translation, names);
    var rank = new Rank(score, match, translations, List.copyOf(reasons.values()));
    return new Hit(found.section(), found.documentRef(), pair, found.status(), rank);
  }

  /** Only the names that have a word of the search. */
  private String names(int number, Place place, HighlightQuery highlight) throws IOException {
    if (place.role() != Role.TITLE) {
      return "";
    }
    var names = new ArrayList<String>();
    for (String name : stored.names(number)) {
      for (FieldGroup side : FieldGroup.BOTH) {
        List<MatchSpan> spans = finder(highlight).spans(side, name).all();
        if (!spans.isEmpty()) {
          names.add(
              SnippetHtml.of(name, spans, term -> highlight.isTranslation(side, term)).html());
          break;
        }
      }
    }
    return String.join(", ", names);
  }

  private @Nullable Excerpt excerpt(
      FieldGroup side, @Nullable String text, HighlightQuery highlight, List<Reason> reasons) {
    if (text == null) {
      return null;
    }
    List<MatchSpan> spans = finder(highlight).spans(side, text).all();
    for (MatchSpan span : spans) {
      String word = text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
      highlight.reason(side, span.term(), word).ifPresent(reasons::add);
    }
    return new Excerpt(
        text, SnippetHtml.of(text, spans, term -> highlight.isTranslation(side, term)));
  }

  private SpanFinder finder(HighlightQuery highlight) {
    return finders.computeIfAbsent(highlight, query -> snippets.finder(query.query()));
  }
}
