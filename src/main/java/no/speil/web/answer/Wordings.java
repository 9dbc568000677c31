package no.speil.web.answer;

import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.Side;
import no.speil.library.CatalogueEntry;
import no.speil.library.Leaf;
import no.speil.library.LiveDocument;
import no.speil.search.Hit;
import no.speil.search.Work;
import no.speil.web.view.Wording;
import org.jspecify.annotations.Nullable;

/** Words with the tag of the language they are in, which screen readers and browsers need. */
public final class Wordings {
  private Wordings() {}

  /** A tag for HTML: empty says that the language is not known. */
  public static String tag(Language language) {
    return language.equals(Language.UNDETERMINED) ? "" : language.tag();
  }

  static Wording title(LiveDocument document, Side side) {
    @Nullable Leaf leaf = document.leaf(side);
    return leaf == null ? Wording.NONE : new Wording(lang(leaf), document.title(side));
  }

  /** The title in the language of the page where there is one. */
  public static Wording title(LiveDocument document, String lang) {
    Wording original = title(document, Side.ORIGINAL);
    Wording translation = title(document, Side.TRANSLATION);
    boolean english = lang.equals("en");
    Wording first = english ? translation : original;
    return first.isEmpty() ? (english ? original : translation) : first;
  }

  public static String lang(@Nullable Leaf leaf) {
    return leaf == null ? "" : tag(leaf.text().metadata().language());
  }

  static Wording original(CatalogueEntry entry) {
    return new Wording(tag(entry.language()), entry.titleOriginal());
  }

  static Wording translation(CatalogueEntry entry) {
    return new Wording("en", entry.titleTranslation());
  }

  public static Wording original(Work work) {
    return new Wording(tag(work.language()), work.titles().original());
  }

  /** The title in that language where there is one. */
  public static Wording title(Work work, String lang) {
    boolean english = lang.equals("en");
    Wording first = english ? translation(work) : original(work);
    return first.isEmpty() ? (english ? original(work) : translation(work)) : first;
  }

  public static Wording translation(Work work) {
    return new Wording("en", work.titles().translation());
  }

  /** The heading that a section stands under, as a rule in the original's words. */
  public static Wording heading(Hit hit) {
    boolean translated =
        hit.work().titles().original().isEmpty()
            || hit.status().freshness() == Freshness.UNVERIFIABLE;
    return new Wording(translated ? "en" : tag(hit.work().language()), hit.pair().heading());
  }
}
