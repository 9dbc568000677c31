package no.speil.library.exports;

import java.util.List;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.exchange.unit.DraftRequest;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.aids.TranslationAids;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import org.jspecify.annotations.Nullable;

/** What a program that drafts the translation of a section is told beside its text. */
public final class DraftContexts {
  private static final int MOST_REMEMBERED = 3;

  private DraftContexts() {}

  public static DraftRequest.Context of(
      TranslationAids aids, LiveDocument document, TrackedSection section) {
    List<TrackedSection> all = document.sections();
    int place = document.number(section.section().id());
    String heading =
        all.subList(0, Math.max(0, place)).reversed().stream()
            .filter(each -> each.section().leading().getFirst().kind() == BlockKind.HEADING)
            .findFirst()
            .map(each -> each.section().words(Side.ORIGINAL))
            .orElse("");
    List<DraftRequest.Term> glossary =
        aids.words(section, "").stream()
            .filter(TermSuggestion::settled)
            .map(each -> new DraftRequest.Term(each.norwegian(), each.english(), each.note()))
            .toList();
    List<DraftRequest.Pair> memory =
        aids.remembered(section, -1, MOST_REMEMBERED).stream()
            .map(each -> new DraftRequest.Pair(each.original(), each.translation()))
            .toList();
    return new DraftRequest.Context(
        heading,
        place > 0 ? all.get(place - 1).markdown(Side.ORIGINAL) : "",
        place + 1 < all.size() ? all.get(place + 1).markdown(Side.ORIGINAL) : "",
        glossary,
        memory,
        earlier(section));
  }

  /** The original that the translation was made of; null where it is still the same, or lost. */
  private static DraftRequest.@Nullable Pair earlier(TrackedSection section) {
    Change change = section.sectionStatus().change();
    return change == null || !change.olderTextIsKnown()
        ? null
        : new DraftRequest.Pair(change.older(), section.markdown(Side.TRANSLATION));
  }
}
