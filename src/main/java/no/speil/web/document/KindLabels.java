package no.speil.web.document;

import no.speil.corpus.DocumentKind;
import no.speil.messages.Messages;
import no.speil.web.page.TaggedText;

/**
 * The words for the kind of a text: common kinds in the language of the page, others as they are
 * written.
 */
public final class KindLabels {
  private KindLabels() {}

  public static String of(Messages t, String kind) {
    return of(t, kind, "").text();
  }

  /**
   * The same with its language tag.
   *
   * @param lang of the text that says so
   */
  public static TaggedText of(Messages t, String kind, String lang) {
    return DocumentKind.parse(kind)
        .map(known -> new TaggedText("", t.of("kind." + known.code())))
        .orElseGet(() -> new TaggedText(lang, kind));
  }
}
