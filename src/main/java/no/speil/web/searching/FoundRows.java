package no.speil.web.searching;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.search.DocumentHit;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.Work;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.DocumentLines;
import no.speil.web.answer.Moods;
import no.speil.web.answer.Wordings;
import no.speil.web.view.Messages;
import no.speil.web.view.SearchView;
import no.speil.web.view.Wording;
import org.jspecify.annotations.Nullable;

/** What was found as pages show it: always the pair. */
final class FoundRows {
  private final Messages t;
  private final Counterparts counterparts = new Counterparts();

  FoundRows(Messages t) {
    this.t = t;
  }

  SearchView.Found of(Hit hit) {
    return found(hit.work(), "/s/" + hit.section(), hit.rank().partial(), List.of(pair(hit)));
  }

  SearchView.Found of(DocumentHit hit) {
    return found(
        hit.work(),
        Addresses.document(hit.work().document()),
        !hit.sections().isEmpty()
            && hit.sections().stream().allMatch(each -> each.rank().partial()),
        hit.sections().stream().map(each -> pair(each)).toList());
  }

  private static SearchView.Found found(
      Work work, String href, boolean partial, List<SearchView.Pair> pairs) {
    return new SearchView.Found(
        href,
        Wordings.original(work),
        Wordings.translation(work),
        DocumentLines.detail(work.date(), work.document().value()),
        partial,
        pairs);
  }

  private SearchView.Pair pair(Hit hit) {
    return new SearchView.Pair(
        "/s/" + hit.section(),
        Wordings.heading(hit),
        shown(original(hit), hit, Side.ORIGINAL),
        shown(translation(hit), hit, Side.TRANSLATION),
        absence(t, hit),
        Moods.of(t, hit.status()));
  }

  /** Its counterpart of the find on the other side instead, where the snippet would have none. */
  private Wording shown(Wording snippet, Hit hit, Side side) {
    return counterparts
        .html(hit, side)
        .map(html -> new Wording(snippet.lang(), html))
        .orElse(snippet);
  }

  /** Where the words are in the original, as HTML that is safe as it is. */
  static Wording original(Hit hit) {
    return wording(Wordings.tag(hit.work().language()), hit.pair().original());
  }

  /** Where the words are in the translation, as HTML that is safe as it is. */
  static Wording translation(Hit hit) {
    return wording("en", hit.pair().translation());
  }

  /** What to say of the side that is not there. */
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

  private static Wording wording(String lang, @Nullable Excerpt excerpt) {
    return excerpt == null ? Wording.NONE : new Wording(lang, excerpt.snippet());
  }
}
