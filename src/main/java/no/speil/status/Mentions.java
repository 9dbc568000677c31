package no.speil.status;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.record.CommentEvent;
import no.speil.record.EventSignature;

/** Whom a comment asks: those that it names as {@code @kari}, and who wrote the translation. */
public final class Mentions {
  /** The first words after the sign, since a name may have several. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])@([\\p{L}\\p{N}][^\\s@]*(?: [\\p{L}\\p{N}][^\\s@]*){0,3})");

  private static final Pattern END = Pattern.compile("[^\\p{L}\\p{N}]+$");

  private Mentions() {}

  /**
   * The names in lower case. Of "@Kari Nes sa" all beginnings are taken, as any of them may be a
   * name. Nobody asks themselves.
   *
   * @param translator of the section; empty if unknown
   */
  static Set<String> asked(CommentEvent comment, String translator) {
    var asked = new LinkedHashSet<String>();
    if (!translator.isEmpty()) {
      asked.add(folded(translator));
    }
    Matcher names = NAMES.matcher(folded(comment.text()));
    while (names.find()) {
      String name = names.group(1);
      for (int end = name.indexOf(' '); end >= 0; end = name.indexOf(' ', end + 1)) {
        asked.add(bare(name.substring(0, end)));
      }
      asked.add(bare(name));
    }
    asked.remove(folded(comment.signature().by()));
    return asked;
  }

  /** Whom a comment of the section still asks: who has named the asker since has answered. */
  public static Set<String> asked(TrackedSection tracked, CommentEvent comment) {
    EventSignature translated = tracked.sectionStatus().attribution().translated();
    Set<String> asked = asked(comment, translated == null ? "" : translated.by());
    if (asked.isEmpty()) {
      return asked;
    }
    tracked.comments().stream()
        .filter(each -> each.text().indexOf('@') >= 0) // before what takes longer: may be thousands
        .filter(each -> asked.contains(folded(each.signature().by())))
        .filter(each -> !each.signature().at().isBefore(comment.signature().at()))
        .filter(each -> isAsked(each, "", comment.signature().by()))
        .toList()
        .forEach(each -> asked.remove(folded(each.signature().by())));
    return asked;
  }

  /** Whether the comment still asks that person. */
  public static boolean isAsked(TrackedSection tracked, CommentEvent comment, String person) {
    return asked(tracked, comment).contains(folded(person));
  }

  /** Whether the comment asks that person. */
  static boolean isAsked(CommentEvent comment, String translator, String person) {
    return asked(comment, translator).contains(folded(person));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String bare(String name) {
    return END.matcher(name).replaceFirst("");
  }
}
