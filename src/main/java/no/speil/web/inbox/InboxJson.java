package no.speil.web.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.record.CommentEvent;
import no.speil.search.Waiting;
import no.speil.status.TrackedSection;
import no.speil.web.section.EventJson;
import no.speil.web.section.ReportJson;
import no.speil.web.section.SectionJson;

/**
 * An inbox for programs.
 *
 * @param waiting how much waits in all
 * @param since the person has not looked since then
 * @param news what others have done since
 */
record InboxJson(
    String person,
    long waiting,
    List<GroupJson> groups,
    String since,
    List<Map<String, Object>> news) {

  static InboxJson of(
      Actor person, List<InboxItems.Group> groups, Instant since, List<Activity> news) {
    return new InboxJson(
        person.name(),
        groups.stream().mapToLong(InboxItems.Group::total).sum(),
        groups.stream().map(group -> GroupJson.of(person, group)).toList(),
        since.toString(),
        news.stream().map(EventJson::of).toList());
  }

  /** What waits for one reason, the latest of it. */
  record GroupJson(String kind, long total, List<ItemJson> items) {
    static GroupJson of(Actor person, InboxItems.Group group) {
      return new GroupJson(
          group.kind().code(),
          group.total(),
          group.items().stream().map(item -> ItemJson.of(person, group.kind(), item)).toList());
    }
  }

  /** A section that waits; the lists hold what it waits with, and are empty otherwise. */
  record ItemJson(
      SectionJson section,
      List<Map<String, Object>> suggestions,
      List<Map<String, Object>> comments,
      List<ReportJson> reports) {
    static ItemJson of(Actor person, Waiting.Kind kind, InboxItems.Item item) {
      TrackedSection section = item.section();
      List<CommentEvent> questions =
          kind == Waiting.Kind.QUESTION ? item.questions(person.name()) : List.of();
      return new ItemJson(
          SectionJson.withoutHistory(item.document().id(), section),
          kind == Waiting.Kind.SUGGESTION
              ? section.openSuggestions().stream().map(EventJson::of).toList()
              : List.of(),
          questions.stream().map(EventJson::of).toList(),
          kind == Waiting.Kind.REPORT ? ReportJson.pending(section) : List.of());
    }
  }
}
