package no.speil.web.inbox;

import java.util.ArrayList;
import java.util.List;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Inbox;
import no.speil.library.documents.LiveDocument;
import no.speil.record.CommentEvent;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.status.Mentions;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;

/** Fetches the sections that wait for somebody, as their files are now. */
final class InboxItems {
  /** Of each kind; what is answered makes room for others. */
  private static final int MOST = 20;

  private final SiteContext site;

  InboxItems(SiteContext site) {
    this.site = site;
  }

  /** A kind of waiting, how many sections wait so, and the latest of them. */
  record Group(Waiting.Kind kind, long total, List<Item> items) {
    Group {
      items = List.copyOf(items);
    }
  }

  /** A section with its document. */
  record Item(LiveDocument document, TrackedSection section) {
    /** The open comments that ask that person. */
    List<CommentEvent> questions(String person) {
      Mentions mentions = Mentions.of(section);
      return section.openComments().stream()
          .filter(comment -> mentions.isAsked(comment, person))
          .toList();
    }
  }

  List<Group> of(Actor person) {
    Inbox inbox = site.library().inbox();
    return Inbox.kinds(person).stream()
        .map(
            waiting ->
                new Group(waiting.kind(), inbox.count(waiting), items(inbox.latest(waiting, MOST))))
        .toList();
  }

  private List<Item> items(List<StoredSection> found) {
    var items = new ArrayList<Item>();
    for (StoredSection each : found) {
      site.library()
          .documents()
          .findLoadable(each.documentRef().document())
          .ifPresent(
              document ->
                  document
                      .section(each.section())
                      .ifPresent(section -> items.add(new Item(document, section))));
    }
    return items;
  }
}
