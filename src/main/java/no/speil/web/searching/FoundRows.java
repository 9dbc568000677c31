package no.speil.web.searching;

import java.util.List;
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
  private FoundRows() {}

  static SearchView.Found of(Messages t, Hit hit) {
    return found(hit.work(), "/s/" + hit.section(), hit.rank().partial(), List.of(pair(t, hit)));
  }

  static SearchView.Found of(Messages t, DocumentHit hit) {
    return found(
        hit.work(),
        Addresses.document(hit.work().document()),
        !hit.sections().isEmpty()
            && hit.sections().stream().allMatch(each -> each.rank().partial()),
        hit.sections().stream().map(each -> pair(t, each)).toList());
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

  private static SearchView.Pair pair(Messages t, Hit hit) {
    return new SearchView.Pair(
        "/s/" + hit.section(),
        Wordings.heading(hit),
        original(hit),
        translation(hit),
        absence(t, hit),
        Moods.of(t, hit.status()));
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
