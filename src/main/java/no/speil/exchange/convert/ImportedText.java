package no.speil.exchange.convert;

/**
 * A text with what its file says of it.
 *
 * @param isBodyOfFile whether the body follows front matter in the file, and stays as it is
 * @param pairKey what the file shares with its translations; empty if it does not say
 */
public record ImportedText(ConvertedText text, boolean isBodyOfFile, String pairKey) {
  /**
   * A text of another format.
   *
   * @param date in the name of its file, which somebody has given it; empty if there is none
   */
  public static ImportedText of(ConvertedText text, String date) {
    return new ImportedText(text.with("date", date), false, "");
  }
}
