package no.speil.library.words;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.library.words.CounterpartFinder.Counterpart;
import no.speil.library.words.CounterpartFinder.Occurrence;
import no.speil.library.words.MarkedText.WordSpan;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordUsage.Example;
import no.speil.library.words.WordUsage.ExamplePage;
import no.speil.search.StoredSection;
import no.speil.search.analysis.IndexTokenizer;
import org.jspecify.annotations.Nullable;

/** Shows sections that have a word: of the latest documents first, then in the order of ids. */
final class WordExamples {
  private static final Comparator<StoredSection> ORDER =
      Comparator.<StoredSection, String>comparing(each -> each.documentRef().date())
          .reversed()
          .thenComparing(each -> each.documentRef().document().value())
          .thenComparing(each -> each.section().value());
  private static final IndexTokenizer TOKENIZER = IndexTokenizer.ofWrittenWords();

  private WordExamples() {}

  /** The page that was asked for; the word is of that side. */
  static ExamplePage page(WordRequest request, Side side, UsageTally tally) {
    Map<StoredSection, List<Occurrence>> found =
        tally.examples(each -> isWanted(request.wanted(), each));
    return new ExamplePage(
        found.size(),
        found.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(ORDER))
            .skip((request.page() - 1L) * WordRequest.EXAMPLES)
            .limit(WordRequest.EXAMPLES)
            .map(each -> example(side, each.getKey(), each.getValue()))
            .toList());
  }

  private static boolean isWanted(ExampleFilter wanted, Occurrence occurrence) {
    Counterpart counterpart = occurrence.counterpart();
    return switch (wanted.kind()) {
      case ALIGNED -> counterpart != null;
      case TRANSLATION -> counterpart != null && counterpart.key().equals(wanted.key());
      case DIFFERING -> occurrence.differs();
      case UNALIGNED -> counterpart == null;
    };
  }

  private static Example example(Side side, StoredSection section, List<Occurrence> occurrences) {
    List<WordSpan> own = occurrences.stream().map(Occurrence::place).toList();
    List<WordSpan> other =
        occurrences.stream()
            .flatMap(each -> Stream.ofNullable(each.counterpart()))
            .map(Counterpart::place)
            .toList();
    boolean isOriginal = side == Side.ORIGINAL;
    return new Example(
        section,
        marked(Side.ORIGINAL, section.texts().original(), isOriginal ? own : other),
        marked(Side.TRANSLATION, section.texts().translation(), isOriginal ? other : own));
  }

  private static MarkedText marked(Side side, @Nullable String text, List<WordSpan> words) {
    return MarkedText.of(TOKENIZER, side, text == null ? "" : text, words);
  }
}
