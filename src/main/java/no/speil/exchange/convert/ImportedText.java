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
 * @param pairKey what the file shares with its translations; empty if it does not say
 * @param isMarkdown whether the body stands as the file has it
 */
public record ImportedText(
    ConvertedText text, Map<String, List<String>> other, String pairKey, boolean isMarkdown) {

  public ImportedText {
    other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /** The same text of which more is lost. */
  public ImportedText losing(List<String> more) {
    var losses = Stream.concat(text.losses().stream(), more.stream()).toList();
    var losing = new ConvertedText(text.details(), text.markdown(), text.pictures(), losses);
    return new ImportedText(losing, other, pairKey, isMarkdown);
  }

  /** A text of another format. */
  public static ImportedText of(ConvertedText text) {
    return new ImportedText(text, Map.of(), "", false);
  }
}
