package no.speil.web.read;

import io.javalin.http.Context;
import java.util.List;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.documents.LayoutEngines;
import no.speil.web.http.PathParams;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** The aligned sentences of a section, for programs. */
public record SentencesApi(SiteContext site) {
  public void list(Context context) {
    Section section = site.library().ids().section(PathParams.section(context)).section();
    String original = section.words(Side.ORIGINAL);
    String translation = section.words(Side.TRANSLATION);
    List<PairJson> pairs =
        LayoutEngines.sentences().align(original, translation).stream()
            .map(each -> pair(original, translation, each))
            .toList();
    site.answer(context, new SentencesJson(section.id().value(), pairs));
  }

  private static PairJson pair(String original, String translation, Pairing pairing) {
    return new PairJson(
        stretch(original, pairing.original()),
        stretch(translation, pairing.translation()),
        pairing.confidence());
  }

  private static @Nullable StretchJson stretch(String words, Span span) {
    return span.isEmpty()
        ? null
        : new StretchJson(span.from(), span.to(), words.substring(span.from(), span.to()));
  }

  /** A section's sentences, in order. */
  record SentencesJson(String section, List<PairJson> pairs) {}

  /** Aligned sentences; null for a side without one. */
  record PairJson(
      @Nullable StretchJson original, @Nullable StretchJson translation, double confidence) {}

  /**
   * Their place in the text of their side: the texts of its blocks, one per line.
   *
   * @param from in UTF-16 units, inclusive
   * @param to exclusive
   */
  record StretchJson(int from, int to, String text) {}
}
