package no.speil.corpus;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** A language tag of BCP 47, such as {@code nb}, {@code nn}, {@code no}, {@code en-GB}. */
public record Language(String tag) {
  public static final Language BOKMAAL = new Language("nb");
  public static final Language NYNORSK = new Language("nn");
  public static final Language ENGLISH = new Language("en");

  /** "Undetermined", ISO 639-2. */
  public static final Language UNDETERMINED = new Language("und");

  public Language {
    tag = tag.intern(); // kept for each document
  }

  /** The tag in canonical case; {@link #UNDETERMINED} if it is not well-formed. */
  public static Language of(String written) {
    try {
      // Locale maps the tags "no-NO-NY" and such as the JDK has always done; the rest is kept.
      String tag = new Locale.Builder().setLanguageTag(written.strip()).build().toLanguageTag();
      return new Language(tag);
    } catch (IllformedLocaleException e) {
      return UNDETERMINED;
    }
  }

  /** Bokmål, Nynorsk, or Norwegian without saying which. */
  public boolean isNorwegian() {
    String primary = primary();
    return primary.equals("nb") || primary.equals("nn") || primary.equals("no");
  }

  public boolean isEnglish() {
    return primary().equals("en");
  }

  private String primary() {
    return tag.split("-", 2)[0];
  }

  @Override
  public String toString() {
    return tag;
  }
}
