package no.speil.web.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.search.Hit;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;
import no.speil.web.section.ClaimLines;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;

/**
 * Turns hits into rows of the queue, in their order, each section as its files are now. Skips
 * sections that have gone since they were indexed.
 */
public final class QueueRows {
  /** Below the row's own heading. */
  private static final int LEVEL = 3;

  private final SiteContext site;

  QueueRows(SiteContext site) {
    this.site = site;
  }

  /**
   * A row of the queue.
   *
   * @param claims who is at the parts that it is in, in words
   */
  public record Item(Hit hit, SectionInDocument place, SectionRow row, List<String> claims) {
    /** What is to be done, in words. */
    public String work(Messages t) {
      return hit.status().due().works().stream()
          .map(task -> t.of("task." + task.code()))
          .collect(Collectors.joining(" · "));
    }
  }

  List<Item> of(Messages t, List<Hit> hits, Actor writer) {
    Map<SectionId, Hit> wanted =
        hits.stream() // two documents may have a section while it moves from one to the other
            .collect(Collectors.toMap(Hit::section, Function.identity(), (first, again) -> first));
    var items = new HashMap<SectionId, Item>();
    hits.stream()
        .map(hit -> hit.documentRef().document())
        .distinct()
        .flatMap(id -> site.library().documents().findLoadable(id).stream())
        .flatMap(document -> items(t, document, wanted, writer).stream())
        .forEach(item -> items.put(item.place().id(), item));
    return hits.stream().flatMap(hit -> Stream.ofNullable(items.get(hit.section()))).toList();
  }

  /** Those of a document. */
  private List<Item> items(
      Messages t, LiveDocument document, Map<SectionId, Hit> wanted, Actor writer) {
    List<TrackedSection> shown =
        document.sections().stream()
            .filter(each -> wanted.containsKey(each.section().id()))
            .toList();
    var reading = new ReadingPosition(document.id(), ViewMode.SIDE, 0);
    List<SectionRow> rows = SectionRows.of(site, t, document, reading, shown, writer);
    var claims = new ClaimLines(t, site.library().claims(), document, writer);
    var items = new ArrayList<Item>();
    for (int i = 0; i < shown.size(); i++) {
      SectionId id = shown.get(i).section().id();
      Hit hit = Objects.requireNonNull(wanted.get(id));
      SectionRow row = HeadingLevels.relevel(rows.get(i), LEVEL);
      items.add(new Item(hit, SectionInDocument.of(document, id), row, claims.over(id)));
    }
    return items;
  }
}
