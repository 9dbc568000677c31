package no.speil.web.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.search.Hit;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ClaimLines;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;

/**
 * Turns hits into rows of the queue, in their order, each section as its files are now. Skips
 * sections that have gone since they were indexed.
 */
final class QueueRows {
  /** Below the row's own heading. */
  private static final int LEVEL = 3;

  private final SiteContext site;

  QueueRows(SiteContext site) {
    this.site = site;
  }

  /**
   * @param queue to return to after each row
   * @param writer name of the user
   */
  List<QueuePage.View.Item> of(Messages t, List<Hit> hits, QueueUrl queue, Actor writer) {
    Map<SectionId, Placed> placed = placed(t, hits, writer);
    List<Hit> there = hits.stream().filter(hit -> placed.containsKey(hit.section())).toList();
    var items = new ArrayList<QueuePage.View.Item>();
    for (int i = 0; i < there.size(); i++) {
      String next =
          i + 1 < there.size()
              ? queue.href() + "#" + SiteUrls.anchor(there.get(i + 1).section())
              : queue.href();
      Hit hit = there.get(i);
      Placed row = placed.get(hit.section());
      if (row != null) {
        items.add(item(t, hit, row, next));
      }
    }
    return items;
  }

  private QueuePage.View.Item item(Messages t, Hit hit, Placed placed, String next) {
    return new QueuePage.View.Item(
        placed.row(),
        TaggedText.title(placed.document(), t.lang()),
        TaggedText.heading(hit),
        ReadingPosition.at(placed.document(), hit.section(), ViewMode.SIDE).row(hit.section()),
        hit.status().due().works().stream()
            .map(task -> t.of("task." + task.code()))
            .collect(Collectors.joining(" · ")),
        SiteUrls.edit(hit.section(), next),
        next,
        placed.section(),
        placed.claims().over(hit.section()));
  }

  private Map<SectionId, Placed> placed(Messages t, List<Hit> hits, Actor writer) {
    var byDocument = new LinkedHashMap<DocumentId, Set<SectionId>>();
    for (Hit hit : hits) {
      byDocument
          .computeIfAbsent(hit.documentRef().document(), key -> new LinkedHashSet<>())
          .add(hit.section());
    }
    var placed = new HashMap<SectionId, Placed>();
    byDocument.forEach(
        (id, wanted) ->
            site.library()
                .documents()
                .findLoadable(id)
                .ifPresent(document -> placed.putAll(placed(t, document, wanted, writer))));
    return placed;
  }

  private Map<SectionId, Placed> placed(
      Messages t, LiveDocument document, Set<SectionId> wanted, Actor writer) {
    List<TrackedSection> shown =
        document.sections().stream().filter(each -> wanted.contains(each.section().id())).toList();
    var reading = new ReadingPosition(document.id(), ViewMode.SIDE, 0);
    List<SectionRow> made = SectionRows.of(site).of(t, document, reading, shown, writer);
    var claims = new ClaimLines(t, site.library().claims(), document, writer);
    var placed = new HashMap<SectionId, Placed>();
    for (int i = 0; i < shown.size(); i++) {
      placed.put(
          shown.get(i).section().id(),
          new Placed(document, shown.get(i), HeadingLevels.relevel(made.get(i), LEVEL), claims));
    }
    return placed;
  }

  /** A row with the section and the document that it is from. */
  private record Placed(
      LiveDocument document, TrackedSection section, SectionRow row, ClaimLines claims) {}
}
