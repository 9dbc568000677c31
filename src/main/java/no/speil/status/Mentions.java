package no.speil.status;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;
import no.speil.record.CommentEvent;

/** Whom comments ask: those that they name as {@code @kari}, and who wrote the translation. */
public final class Mentions {
  /** The first words after the sign, since a name may have several. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])@([\\p{L}\\p{N}][^\\s@]*(?: [\\p{L}\\p{N}][^\\s@]*){0,3})");

  private static final Pattern END = Pattern.compile("[^\\p{L}\\p{N}]+$");

  private final String translator;
  private final Map<List<String>, Instant> answers = new HashMap<>();

  Mentions(String translator, List<CommentEvent> comments) {
    this.translator = translator;
    comments.forEach(this::answer);
  }

  /** Of all comments of a section; who has named the asker since has answered. */
  public static Mentions of(TrackedSection tracked) {
    return new Mentions(tracked.translator(), tracked.comments());
  }

  private void answer(CommentEvent comment) {
    String by = Normalization.caseless(comment.signature().by());
    Instant at = comment.signature().at();
    for (String name : asked(comment, "")) {
      answers.merge(List.of(by, name), at, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** Whom a comment of the section still asks. */
  public Set<String> asked(CommentEvent comment) {
    Set<String> asked = asked(comment, translator);
    String asker = Normalization.caseless(comment.signature().by());
    Instant at = comment.at();
    asked.removeIf(name -> !answers.getOrDefault(List.of(name, asker), Instant.MIN).isBefore(at));
    return asked;
  }

  /** Whether a comment of the section still asks that person. */
  public boolean isAsked(CommentEvent comment, String person) {
    return asked(comment).contains(Normalization.caseless(person));
  }

  /**
   * The names in lower case. Of "@Kari Nes sa" all beginnings are taken, as any of them may be a
   * name. Nobody asks themselves.
   *
   * @param translator of the section; empty if unknown
   */
  static Set<String> asked(CommentEvent comment, String translator) {
    var asked = new LinkedHashSet<String>();
    if (!translator.isEmpty()) {
      asked.add(Normalization.caseless(translator));
    }
    Matcher names = NAMES.matcher(Normalization.caseless(comment.text()));
    while (names.find()) {
      String name = names.group(1);
      for (int end = name.indexOf(' '); end >= 0; end = name.indexOf(' ', end + 1)) {
        asked.add(bare(name.substring(0, end)));
      }
      asked.add(bare(name));
    }
    asked.remove(Normalization.caseless(comment.signature().by()));
    return asked;
  }

  private static String bare(String name) {
    return END.matcher(name).replaceFirst("");
  }
}
