package no.speil.record;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;

/**
 * The version of a section that a person saw, written {@code original.translation.state}: each
 * text's hash ({@code -} if there is no text), and the state with the event that it rests on.
 */
public record SectionVersion(String original, String translation, String state) {
  private static final String STATES =
      Stream.of(State.values()).map(each -> each.code().substring(0, 1)).collect(joining());
  private static final Pattern FORM =
      Pattern.compile("(-|[0-9a-f]{32})\\.(-|[0-9a-f]{32})\\.([" + STATES + "]-(?:0|[0-9a-f]{6}))");

  /** Parses the result of {@link #toString}; empty for other text. */
  public static Optional<SectionVersion> parse(String written) {
    Matcher matcher = FORM.matcher(written);
    return matcher.matches()
        ? Optional.of(new SectionVersion(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** How a version tells of a text. */
  public static String hashOf(List<Block> run) {
    return run.isEmpty() ? "-" : TextHash.of(run).hex();
  }

  /** The hash of one side's text; empty if there is no text. */
  public Optional<TextHash> hash(Side side) {
    String hex = side == Side.ORIGINAL ? original : translation;
    return hex.equals("-") ? Optional.empty() : Optional.of(new TextHash(hex));
  }

  @Override
  public String toString() {
    return original + "." + translation + "." + state;
  }
}
