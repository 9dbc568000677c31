package no.speil.web.inbox;

import java.util.List;
import java.util.stream.Stream;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Inbox;
import no.speil.library.documents.LiveSection;
import no.speil.record.CommentEvent;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.status.Mentions;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteUrls;

/**
 * What waits for somebody for one reason.
 *
 * @param total how many sections wait so
 * @param items the latest of them, as their files are now
 */
public record InboxGroup(Waiting waiting, long total, List<LiveSection> items) {
  /** What is answered makes room for others. */
  private static final int MOST = 20;

  static List<InboxGroup> of(Library library, Actor person) {
    Inbox inbox = library.inbox();
    return Inbox.kinds(person).stream()
        .map(
            waiting ->
                new InboxGroup(
                    waiting,
                    inbox.count(waiting),
                    inbox.latest(waiting, MOST).stream()
                        .flatMap(each -> item(library, each))
                        .toList()))
        .toList();
  }

  private static Stream<LiveSection> item(Library library, StoredSection found) {
    return library.documents().live(found.documentRef().document(), found.section()).stream();
  }

  public Waiting.Kind kind() {
    return waiting.kind();
  }

  /** The open comments that ask the person. */
  public List<CommentEvent> questions(TrackedSection section) {
    Mentions mentions = Mentions.of(section);
    return section.openComments().stream()
        .filter(comment -> mentions.isAsked(comment, waiting.person()))
        .toList();
  }

  /** Where all of it is; empty if all is shown. */
  public String more(String person) {
    if (total <= items.size()) {
      return "";
    }
    String mine = "translator=" + SiteUrls.encode(person);
    return switch (kind()) {
      case SUGGESTION -> "/queue?task=suggestion&" + mine;
      case QUESTION -> "/queue?task=comment";
      case REPLACED -> "/activity";
      case STALE -> "/queue?q=freshness%3Astale&" + mine;
      case REPORT -> "/queue?task=report";
    };
  }
}
