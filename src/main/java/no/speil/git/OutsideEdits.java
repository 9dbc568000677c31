package no.speil.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.ReviseEvent;
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
  private final boolean isByHand;

  /** By file; of one look at the history, however many there are. */
  private final Map<String, EventSignature> authors;

  /**
   * @param people who has a mail address here, by name
   * @param ours the commit that the other's history is looked at from
   * @param isByHand whether that is what has been committed in the served working tree; what this
   *     program has committed there is told of already
   */
  OutsideEdits(
      DocumentStore documents,
      GitRepository repository,
      Function<String, Optional<String>> people,
      String ours,
      String theirs,
      Instant now,
      boolean isByHand) {
    this.documents = documents;
    this.repository = repository;
    this.people = people;
    this.ours = ours;
    this.theirs = theirs;
    this.now = now;
    this.isByHand = isByHand;
    this.authors = authors();
  }

  /**
   * Edits by which sections come to a text, but those that are known already.
   *
   * @param text of the whole side
   * @param path of its file in the repository
   */
  List<Event> edits(LiveDocument served, Side side, String text, List<Event> known, String path) {
    Map<SectionId, TextSnapshot> before =
        texts(served.sections().stream().map(TrackedSection::section), side);
    Map<SectionId, TextSnapshot> after = texts(served, side, text);
    after.keySet().retainAll(before.keySet());
    return between(side, before, after, known, path);
  }

  /**
   * Edits by which sections have come to the text that they have, but those that are known already.
   *
   * @param before the whole side as it was; empty where there was none
   * @param after the same as it was committed
   */
  List<Event> committed(LiveDocument served, Side side, String before, String after, String path) {
    Map<SectionId, TextSnapshot> earlier =
        before.isEmpty() ? Map.of() : texts(served, side, before);
    Map<SectionId, TextSnapshot> now = texts(served, side, after);
    now.entrySet()
        .removeIf(
            each ->
                served
                    .section(each.getKey())
                    .filter(section -> section.hash(side).equals(each.getValue().hash()))
                    .isEmpty());
    return between(side, earlier, now, served.record().events(), path);
  }

  private Map<SectionId, TextSnapshot> texts(LiveDocument served, Side side, String source) {
    return texts(SectionMerge.sections(documents, served, side, source).stream(), side);
  }

  private static Map<SectionId, TextSnapshot> texts(Stream<Section> sections, Side side) {
    var texts = new LinkedHashMap<SectionId, TextSnapshot>();
    sections.forEach(each -> texts.put(each.id(), TextSnapshot.of(each.side(side))));
    return texts;
  }

  private List<Event> between(
      Side side,
      Map<SectionId, TextSnapshot> before,
      Map<SectionId, TextSnapshot> after,
      List<Event> known,
      String path) {
    var unknown = new TextSnapshot(TextHash.EMPTY, null); // nobody says which original it is of
    var edits = new ArrayList<Event>();
    after.forEach(
        (id, text) -> {
          TextSnapshot old = before.getOrDefault(id, TextSnapshot.of(List.of()));
          if (old.hash().equals(text.hash()) || isKnown(known, id, side, text.hash())) {
            return;
          }
          if (side == Side.TRANSLATION) {
            edits.add(new EditEvent(author(path), id, unknown, old, text));
          } else if (!old.isEmpty()) { // a new one is no change
            edits.add(new ReviseEvent(author(path), id, new TextSnapshot(text.hash(), null)));
          }
        });
    return edits;
  }

  /** Of an original, whether the last that is told of is that. */
  private static boolean isKnown(List<Event> events, SectionId section, Side side, TextHash text) {
    List<Event> own = events.stream().filter(event -> event.concerns().contains(section)).toList();
    return side == Side.ORIGINAL
        ? Event.last(own, ReviseEvent.class, any -> true)
            .filter(last -> last.original().hash().equals(text))
            .isPresent()
        : own.stream()
            .flatMap(event -> event.texts(side).stream())
            .anyMatch(known -> known.hash().equals(text));
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
            known,
            EditEvent.class,
            edit -> edit.section().equals(id) && text.equals(edit.after().text()))
        .map(edit -> new EventSignature(author.at(), edit.signature().by(), author.via()))
        .orElse(author);
  }

  /** Files that the others have changed. */
  Set<String> paths() {
    return authors.keySet();
  }

  /** Of the last commit of the others that has changed a file. */
  EventSignature author(String path) {
    String commit = EventSignature.COMMIT + theirs.substring(0, 10);
    return authors.getOrDefault(path, new EventSignature(Instant.EPOCH, "git", commit));
  }

  private Map<String, EventSignature> authors() {
    GitProgram.Call log = repository.git("log", "--no-merges", "--no-renames", "-z");
    if (isByHand) {
      log.and(List.of("--first-parent")); // what was merged has been told of
    }
    log.and(List.of("--name-only", "--format=%x01%cn%x00%an%x00%ae%x00%at%x00%h"));
    var found = new LinkedHashMap<String, EventSignature>();
    Iterator<String> said =
        log.and(List.of(ours + ".." + theirs, "--")).require().parts().iterator();
    EventSignature author = null;
    boolean isBetween = true;
    while (said.hasNext()) {
      String part = said.next();
      if (isBetween && part.startsWith("\u0001")) { // a commit's first path is after a line break
        boolean isOurs = part.substring(1).equals(WorkCommits.PROGRAM);
        EventSignature next = signature(said.next(), said.next(), said.next(), said.next());
        author = isByHand && isOurs ? null : next;
        continue;
      }
      isBetween = part.isEmpty();
      if (author != null && !isBetween) {
        found.putIfAbsent(part.startsWith("\n") ? part.substring(1) : part, author);
      }
    }
    return found;
  }

  private EventSignature signature(String author, String address, String seconds, String commit) {
    String name = GitRepository.readable(author);
    boolean isNobody = name.isEmpty() || name.equalsIgnoreCase(EventSignature.PROGRAM);
    Instant at = GitRepository.instant(seconds);
    return new EventSignature(
        at.isAfter(now) ? now : at,
        people.apply(address).orElse(isNobody ? "git" : name),
        EventSignature.COMMIT + commit);
  }
}
