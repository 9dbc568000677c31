package no.speil.tracking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Block;
import no.speil.corpus.Section;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * What a person saw of a section when they began to change it, written {@code
 * original.translation.state}: each text's hash ({@code -} where there is no text), and the state
 * with the act that it rests on.
 */
public record SectionVersion(String original, String translation, String state) {
  private static final int ACT_DIGITS = 6;
  private static final Pattern FORM =
      Pattern.compile("(-|[0-9a-f]{32})\\.(-|[0-9a-f]{32})\\.([udtr]-(?:0|[0-9a-f]{6}))");

  public static SectionVersion of(Section section, SectionStatus sectionStatus) {
    String state =
        sectionStatus.state().code().charAt(0) + "-" + act(sectionStatus.attribution().judged());
    return new SectionVersion(text(section.original()), text(section.translation()), state);
  }

  /** Reads what {@link #toString} writes; empty where it is something else. */
  public static Optional<SectionVersion> parse(String written) {
    Matcher matcher = FORM.matcher(written);
    return matcher.matches()
        ? Optional.of(new SectionVersion(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return original + "." + translation + "." + state;
  }

  private static String text(List<Block> run) {
    return run.isEmpty() ? "-" : TextHash.of(run).hex();
  }

  private static String act(@Nullable EventSignature judged) {
    return judged == null
        ? "0"
        : TextHash.ofNormalized(judged.at() + "|" + judged.by()).hex().substring(0, ACT_DIGITS);
  }
}
