package no.speil.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.SuggestEvent;
import no.speil.record.SuggestEvent.Reason;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;

/** Names who has written texts that came by commits, and that no record tells of. */
final class OutsideEdits {
  private final DocumentStore documents;
  private final GitRepository repository;
  private final Function<String, Optional<String>> people;
  private final String ours;
  private final String theirs;
  private final Instant now;
  private final Map<String, EventSignature> authors = new HashMap<>();

  /**
   * @param people who has a mail address here, by name
   * @param ours the commit that the other's history is looked at from
   */
  OutsideEdits(
      DocumentStore documents,
      GitRepository repository,
      Function<String, Optional<String>> people,
      String ours,
      String theirs,
      Instant now) {
    this.documents = documents;
    this.repository = repository;
    this.people = people;
    this.ours = ours;
    this.theirs = theirs;
    this.now = now;
  }

  /**
   * Edits by which sections come to a text, but those that are known already.
   *
   * @param text of the whole translation
   * @param path of its file in the repository
   */
  List<Event> edits(LiveDocument served, String text, List<Event> known, String path) {
    var edits = new ArrayList<Event>();
    for (Section section : documents.sectionsWith(served, SectionMerge.parsed(served, text))) {
      TrackedSection before = served.section(section.id()).orElse(null);
      TextSnapshot after = TextSnapshot.of(section.translation());
      if (before != null
          && !after.hash().equals(before.hash(Side.TRANSLATION))
          && !isKnown(known, section.id(), after.hash())) {
        edits.add(
            new EditEvent(
                author(path),
                section.id(),
                new TextSnapshot(TextHash.EMPTY, null), // nobody says which original it is of
                TextSnapshot.of(before.section().translation()),
                after));
      }
    }
    return edits;
  }

  private static boolean isKnown(List<Event> events, SectionId section, TextHash text) {
    return events.stream()
        .anyMatch(
            event ->
                event.concerns().contains(section)
                    && event.texts(Side.TRANSLATION).stream()
                        .anyMatch(known -> known.hash().equals(text)));
  }

  /** Texts that the served ones did not make room for, as suggestions by who wrote them. */
  List<Event> suggestions(Map<SectionId, String> refused, List<Event> known, String path) {
    var suggestions = new ArrayList<Event>();
    refused.forEach(
        (id, text) ->
            suggestions.add(
                new SuggestEvent(writer(id, text, known, path), id, text, Reason.CONFLICT)));
    return suggestions;
  }

  /** Who has saved that text, or else who has committed it. */
  private EventSignature writer(SectionId id, String text, List<Event> known, String path) {
    EventSignature author = author(path);
    return Event.last(
            known, EditEvent.class, edit -> edit.section().equals(id) && has(edit.after(), text))
        .map(edit -> new EventSignature(author.at(), edit.signature().by(), author.via()))
        .orElse(author);
  }

  private static boolean has(TextSnapshot snapshot, String text) {
    return text.equals(snapshot.text());
  }

  /** Of the last commit of the others that has changed a file. */
  EventSignature author(String path) {
    return authors.computeIfAbsent(path, this::asked);
  }

  private EventSignature asked(String path) {
    String said =
        repository
            .program()
            .git(
                "log",
                "-1",
                "--no-merges",
                "--format=%an%x00%ae%x00%at%x00%h",
                ours + ".." + theirs,
                "--",
                path)
            .text();
    if (said.isEmpty()) {
      return new EventSignature(
          Instant.EPOCH, "git", EventSignature.COMMIT + theirs.substring(0, 10));
    }
    String[] parts = said.split("\0", -1);
    String name = GitRepository.readable(parts[0]);
    boolean isNobody = name.isEmpty() || name.equalsIgnoreCase(EventSignature.PROGRAM);
    Instant at = GitRepository.instant(parts[2]);
    return new EventSignature(
        at.isAfter(now) ? now : at,
        people.apply(parts[1]).orElse(isNobody ? "git" : name),
        EventSignature.COMMIT + parts[3]);
  }
}
