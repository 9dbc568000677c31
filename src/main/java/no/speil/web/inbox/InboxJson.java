package no.speil.web.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.library.documents.LiveSection;
import no.speil.record.Event;
import no.speil.search.Waiting;
import no.speil.status.Replacement;
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

  static InboxJson of(Actor person, List<InboxGroup> groups, Instant since, List<Activity> news) {
    return new InboxJson(
        person.name(),
        groups.stream().mapToLong(InboxGroup::total).sum(),
        groups.stream().map(GroupJson::of).toList(),
        since.toString(),
        news.stream().map(EventJson::of).toList());
  }

  /** What waits for one reason, the latest of it. */
  record GroupJson(String kind, long total, List<ItemJson> items) {
    static GroupJson of(InboxGroup group) {
      return new GroupJson(
          group.kind().code(),
          group.total(),
          group.items().stream().map(item -> ItemJson.of(group, item)).toList());
    }
  }

  /** A section that waits; the lists hold what it waits with, and are empty otherwise. */
  record ItemJson(
      SectionJson section,
      List<Map<String, Object>> edits,
      List<Map<String, Object>> suggestions,
      List<Map<String, Object>> comments,
      List<ReportJson> reports) {
    static ItemJson of(InboxGroup group, LiveSection item) {
      TrackedSection section = item.section();
      return new ItemJson(
          SectionJson.withoutHistory(item.document().id(), section),
          group.kind() == Waiting.Kind.REPLACED
              ? events(Replacement.of(section).map(Replacement::edit).stream().toList())
              : List.of(),
          group.kind() == Waiting.Kind.SUGGESTION ? events(section.openSuggestions()) : List.of(),
          group.kind() == Waiting.Kind.QUESTION ? events(group.questions(section)) : List.of(),
          group.kind() == Waiting.Kind.REPORT ? ReportJson.pending(section) : List.of());
    }

    private static List<Map<String, Object>> events(List<? extends Event> events) {
      return events.stream().map(EventJson::of).toList();
    }
  }
}
