package no.speil.web.search;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.search.DocumentHit;
import no.speil.search.DocumentRef;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.web.page.DocumentLines;
import no.speil.web.page.Messages;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.StatusBadges;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TaggedTexts;
import org.jspecify.annotations.Nullable;

/** Prepares hits for pages: always both texts. */
final class HitRows {
  private final Messages t;
  private final CounterpartSentences counterparts = new CounterpartSentences();

  HitRows(Messages t) {
    this.t = t;
  }

  SearchView.Result of(Hit hit) {
    return found(hit.documentRef(), "/s/" + hit.section(), List.of(pair(hit)));
  }

  SearchView.Result of(DocumentHit hit) {
    return found(
        hit.documentRef(),
        SiteUrls.document(hit.documentRef().document()),
        hit.sections().stream().map(each -> pair(each)).toList());
  }

  private static SearchView.Result found(
      DocumentRef documentRef, String href, List<SearchView.Pair> pairs) {
    return new SearchView.Result(
        href,
        TaggedTexts.original(documentRef),
        TaggedTexts.translation(documentRef),
        DocumentLines.detail(documentRef.date(), documentRef.document().value()),
        pairs);
  }

  private SearchView.Pair pair(Hit hit) {
    return new SearchView.Pair(
        "/s/" + hit.section(),
        TaggedTexts.heading(hit),
        shown(original(hit), hit, Side.ORIGINAL),
        shown(translation(hit), hit, Side.TRANSLATION),
        absence(t, hit),
        StatusBadges.of(t, hit.status()));
  }

  /** Its counterpart of the find on the other side instead, where the snippet would have none. */
  private TaggedText shown(TaggedText snippet, Hit hit, Side side) {
    return counterparts
        .html(hit, side)
        .map(html -> new TaggedText(snippet.lang(), html))
        .orElse(snippet);
  }

  /** The original's snippet as safe HTML. */
  static TaggedText original(Hit hit) {
    return wording(TaggedTexts.tag(hit.documentRef().language()), hit.pair().original());
  }

  /** The translation's snippet as safe HTML. */
  static TaggedText translation(Hit hit) {
    return wording("en", hit.pair().translation());
  }

  /** Words for a missing side. */
  static String absence(Messages t, Hit hit) {
    if (hit.pair().translation() != null) {
      return t.of(absentOriginal(hit));
    }
    return t.of(hit.status().isLeftOut() ? "cell.left-out" : "cell.untranslated");
  }

  private static String absentOriginal(Hit hit) {
    return switch (hit.status().freshness()) {
      case UNVERIFIABLE -> "freshness.unverifiable";
      case ORPHAN -> "cell.orphan";
      case CURRENT, STALE, UNKNOWN -> "cell.no-original";
    };
  }

  private static TaggedText wording(String lang, @Nullable Excerpt excerpt) {
    return excerpt == null ? TaggedText.NONE : new TaggedText(lang, excerpt.snippet().html());
  }
}
