package no.speil.web.edit;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.record.EventSignature;
import no.speil.status.ReviewRule;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;
import no.speil.web.section.RemainingWork;

/**
 * What rows of a text can be shown alone.
 *
 * @param code its name in addresses
 * @param key of its name for people
 */
record RowFilter(String code, String key, Predicate<TrackedSection> isWanted) {
  static final String TO_DO = "to-do";
  static final String TO_REVIEW = "to-review";

  private static final RowFilter ALL = new RowFilter("", "edit.show.all", section -> true);

  /** For whoever translates, and those of a reviewer, in the order in which they are offered. */
  static List<RowFilter> of(SiteContext site, LiveDocument document, Actor person) {
    boolean elsewhere = document.originalElsewhere();
    Stream<RowFilter> first =
        Stream.of(
            ALL,
            new RowFilter(TO_DO, "edit.show.to-do", each -> RemainingWork.isToDo(document, each)),
            of(RowState.DRAFT, elsewhere),
            of(RowState.STALE, elsewhere),
            of(RowState.ORPHAN, elsewhere));
    RowFilter translated = of(RowState.TRANSLATED, elsewhere);
    RowFilter reviewed = of(RowState.REVIEWED, elsewhere);
    if (!person.may(Role.REVIEWER)) {
      return Stream.concat(first, Stream.of(translated, reviewed)).toList();
    }
    Set<SectionId> checked = site.library().search().checked(document.id());
    return Stream.concat(
            first,
            Stream.of(
                new RowFilter(
                    TO_REVIEW,
                    "edit.show.to-review",
                    each ->
                        translated.isWanted().test(each) && RemainingWork.reviews(person, each)),
                new RowFilter(
                    "with-checks", "edit.show.with-checks", each -> checked.contains(each.id())),
                reviewed,
                new RowFilter("yours", "edit.show.yours", each -> isBy(person, each))))
        .toList();
  }

  private static RowFilter of(RowState state, boolean elsewhere) {
    return new RowFilter(state.code(), state.key(), each -> RowState.of(each, elsewhere) == state);
  }

  private static boolean isBy(Actor person, TrackedSection section) {
    EventSignature translated = section.sectionStatus().attribution().translated();
    return !ReviewRule.mayReview(person.name(), translated)
        && !section.section().translation().isEmpty();
  }
}
