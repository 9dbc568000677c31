package no.speil.exchange.convert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text with all that its file says of it.
 *
 * @param other further keys of the front matter with their values, in order
 * @param isBodyOfFile whether the body follows front matter in the file, and stays as it is
 * @param pairKey what the file shares with its translations; empty if it does not say
 */
public record ImportedText(
    ConvertedText text, Map<String, List<String>> other, boolean isBodyOfFile, String pairKey) {

  public ImportedText {
    other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /** The same text of which more is lost. */
  public ImportedText losing(List<String> more) {
    var losses = Stream.concat(text.losses().stream(), more.stream()).toList();
    var losing = new ConvertedText(text.details(), text.markdown(), text.pictures(), losses);
    return new ImportedText(losing, other, isBodyOfFile, pairKey);
  }

  /**
   * A text of another format.
   *
   * @param date in the name of its file, which somebody has given it; empty if there is none
   */
  public static ImportedText of(ConvertedText text, String date) {
    var dated =
        new ConvertedText(
            text.details().dated(date), text.markdown(), text.pictures(), text.losses());
    return new ImportedText(dated, Map.of(), false, "");
  }
}
