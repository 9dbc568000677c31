package no.speil.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known from the server's own answers of a section, and what was asked of it since without
 * an answer.
 *
 * @param pending null where every request was answered
 */
record WriteAttempt(Seen acknowledged, @Nullable Seen pending) {

  /** Whether the section is as acknowledged, or as if the last request had been carried out. */
  boolean allows(Seen now) {
    return now.equals(acknowledged) || (pending != null && pending.matches(now));
  }

  /**
   * The same where the journal of edits is gone: the last request may then be in the history alone,
   * with the translation as it was.
   */
  boolean allowsWithoutJournal(Seen now) {
    return allows(now) || (typedInHistory(now).isPresent() && now.text.equals(acknowledged.text));
  }

  /**
   * The text that was to be saved without an answer, if the history has one more event, or two:
   * where the file still has the text before, the one saved is suggested again.
   */
  Optional<String> typedInHistory(Seen now) {
    return pending != null
            && pending.isEdit()
            && (now.events == pending.events || now.events == pending.events + 1)
        ? Optional.of(pending.text)
        : Optional.empty();
  }

  /**
   * A section as the server shows it.
   *
   * @param state the code, or empty for any
   * @param events how many there are in its history
   */
  record Seen(String state, String text, int events) {
    private static final Pattern MARKS =
        Pattern.compile("^\\s*(?:#{1,6} |> |[-+*] |\\d{1,9}[.)] )?", Pattern.MULTILINE);

    static Seen of(JsonNode section) {
      var text = new StringJoiner("\n\n");
      section
          .path("translation")
          .path("blocks")
          .forEach(block -> text.add(block.path("markdown").asText().strip()));
      return new Seen(
          section.path("state").asText(), text.toString(), section.path("historyTotal").asInt());
    }

    Seen marked(String wanted) {
      return new Seen(wanted, text, events + 1);
    }

    Seen edited(String typed) {
      return new Seen("", typed, events + 1);
    }

    private boolean isEdit() {
      return state.isEmpty();
    }

    /** The kind of a block is kept where its marks were not typed. */
    private static String withoutMarks(String text) {
      return MARKS.matcher(text).replaceAll("");
    }

    private boolean matches(Seen now) {
      return (isEdit() || state.equals(now.state))
          && withoutMarks(text).equals(withoutMarks(now.text))
          && events == now.events;
    }
  }
}
