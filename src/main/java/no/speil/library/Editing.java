package no.speil.library;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.markdown.SwallowingTextException;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Resolve;
import no.speil.tracking.Signature;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;
import org.jspecify.annotations.Nullable;

/** Texts that people save or suggest for sections. */
final class Editing {
  private final Desk desk;
  private final Stacks stacks;

  Editing(Desk desk, Stacks stacks) {
    this.desk = desk;
    this.stacks = stacks;
  }

  /**
   * Saves a text in a section's place. What was refused is kept as a suggestion, so that nobody
   * loses typed words.
   */
  TrackedSection edit(
      DocumentId document, SectionId id, String markdown, Version expected, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          TrackedSection now = Desk.section(loaded, id);
          if (!isBasedOnWhatIsThere(now, expected, actor)) {
            Signature signature = desk.signature(actor, loaded);
            desk.write(loaded, List.of(new Suggest(signature, id, markdown, "conflict")));
            throw new ActionRefused.StaleVersion(now);
          }
          return save(loaded, now, new Typed(markdown, expected, null), actor);
        });
  }

  TrackedSection suggest(DocumentId document, SectionId id, String markdown, Actor actor) {
    return desk.act(
        document, id, actor, (now, signature) -> new Suggest(signature, id, markdown, "proposed"));
  }

  /** Makes a suggestion the text. */
  TrackedSection accept(
      DocumentId document, SectionId id, String suggestion, Version expected, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          TrackedSection now = Desk.section(loaded, id);
          String markdown = open(now, suggestion).text();
          Desk.checkVersion(now, expected);
          return save(loaded, now, new Typed(markdown, expected, suggestion), actor);
        });
  }

  TrackedSection dismiss(DocumentId document, SectionId id, String suggestion, Actor actor) {
    return desk.act(
        document,
        id,
        actor,
        (now, signature) ->
            new Resolve(signature, id, open(now, suggestion).id(), Resolve.Outcome.DISMISSED));
  }

  /**
   * A text to save.
   *
   * @param seen the version that it was typed on
   * @param suggestion the suggestion that it is, or null
   */
  private record Typed(String markdown, Version seen, @Nullable String suggestion) {}

  private TrackedSection save(Loaded loaded, TrackedSection now, Typed typed, Actor actor) {
    Section section = now.section();
    Leaf leaf = loaded.live().translation();
    if (leaf != null && !leaf.writable()) {
      throw new NotNow(Reason.NOT_UTF8);
    }
    if (section.translation().isEmpty() && typed.markdown().isBlank()) {
      throw new NotNow(Reason.NO_TEXT);
    }
    try {
      Revised revised = Revised.of(loaded.live(), section, typed.markdown());
      List<Event> events =
          events(loaded.live(), now, typed, revised, desk.signature(actor, loaded));
      return Desk.section(stacks.save(loaded, events, revised.source()), section.id());
    } catch (SwallowingTextException e) {
      throw new ActionRefused.TextRefused(e);
    } catch (UncheckedIOException e) {
      throw new ActionRefused.StorageRefused(e);
    }
  }

  /** The edit with the layout that it leads to last, so that {@link UnfinishedEdit} finds them. */
  private static List<Event> events(
      LiveDocument live, TrackedSection now, Typed typed, Revised revised, Signature signature) {
    Section section = now.section();
    var events = new ArrayList<Event>();
    String suggestion = typed.suggestion();
    if (suggestion != null) {
      events.add(new Resolve(signature, section.id(), suggestion, Resolve.Outcome.ACCEPTED));
    }
    events.add(
        new Edit(
            signature,
            section.id(),
            Basis.of(now, typed.seen()),
            Snapshot.of(section.translation()),
            Snapshot.of(revised.run())));
    events.add(new Laid(signature, List.of(revised.placed(live, section)), List.of()));
    return events;
  }

  private static Suggest open(TrackedSection now, String suggestion) {
    return now.openSuggestions().stream()
        .filter(each -> each.id().equals(suggestion))
        .findFirst()
        .orElseThrow(() -> new NotNow(Reason.NO_SUGGESTION));
  }

  /**
   * Whether the text is the one that the person saw, or one that they have saved themselves since.
   */
  private static boolean isBasedOnWhatIsThere(TrackedSection now, Version expected, Actor actor) {
    String text = now.version().translation();
    List<Event> newestFirst = now.history().reversed();
    for (Event event : newestFirst) {
      if (text.equals(expected.translation())) {
        return true;
      }
      if (event instanceof Edit edit) {
        if (!edit.signature().by().equals(actor.name()) || !text.equals(hex(edit.after()))) {
          return false;
        }
        text = hex(edit.before());
      }
    }
    return text.equals(expected.translation());
  }

  private static String hex(Snapshot snapshot) {
    return snapshot.isEmpty() ? "-" : snapshot.hash().hex();
  }
}
