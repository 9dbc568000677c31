package no.speil.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be done with a text, from what its front matter says of its rights: the name, the SPDX
 * id or the address of a licence, the address of a statement of rightsstatements.org, or any words.
 *
 * @param words short, as people write them, without the address: CC BY-SA 4.0
 * @param address of the licence or statement; empty where only words are known
 */
public record Licence(String words, String address) {
  private static final Pattern CREATIVE_COMMONS =
      Pattern.compile(
          "(?i)CC[ -]?(0|PDM|BY(?:-NC)?(?:-SA|-ND)?)[ -](\\d\\.\\d)(?:[ -]([A-Z]{2,3}))?");

  private static final Pattern CREATIVE_COMMONS_ADDRESS =
      Pattern.compile(
          "(?i)https?://(?:www\\.)?creativecommons\\.org/(?:licenses|publicdomain)"
              + "/([A-Z-]+)/(\\d\\.\\d)(?:/([A-Z]{2,3}))?(?:/.*)?");

  private static final Pattern STATEMENT =
      Pattern.compile("(?i)https?://rightsstatements\\.org/(?:vocab|page)/([A-Z-]+)/1\\.0(?:/.*)?");

  /** The titles of the statements, version 1.0, by their codes in lower case. */
  private static final Map<String, String> STATEMENTS =
      Map.ofEntries(
          Map.entry("inc", "In Copyright"),
          Map.entry("inc-ow-eu", "In Copyright - EU Orphan Work"),
          Map.entry("inc-edu", "In Copyright - Educational Use Permitted"),
          Map.entry("inc-nc", "In Copyright - Non-Commercial Use Permitted"),
          Map.entry("inc-ruu", "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable"),
          Map.entry("noc-cr", "No Copyright - Contractual Restrictions"),
          Map.entry("noc-nc", "No Copyright - Non-Commercial Use Only"),
          Map.entry("noc-oklr", "No Copyright - Other Known Legal Restrictions"),
          Map.entry("noc-us", "No Copyright - United States"),
          Map.entry("cne", "Copyright Not Evaluated"),
          Map.entry("und", "Copyright Undetermined"),
          Map.entry("nkc", "No Known Copyright"));

  /** An id of SPDX that ends in a version, which tells it from other words. */
  private static final Pattern SPDX =
      Pattern.compile("[A-Za-z][\\w.-]*-\\d+\\.\\d+(?:-(?:only|or-later))?");

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

  public static final Licence NONE = new Licence("", "");

  /** Reads what stands under {@code rights}. */
  public static Licence of(String rights) {
    Matcher name = CREATIVE_COMMONS.matcher(rights);
    if (name.matches()) {
      return creativeCommons(name);
    }
    Matcher address = CREATIVE_COMMONS_ADDRESS.matcher(rights);
    if (address.matches()) {
      return creativeCommons(address);
    }
    Matcher statement = STATEMENT.matcher(rights);
    if (statement.matches()) {
      String words = STATEMENTS.get(statement.group(1).toLowerCase(Locale.ROOT));
      return new Licence(words == null ? rights : words, rights);
    }
    if (SPDX.matcher(rights).matches()) {
      return new Licence(rights, "https://spdx.org/licenses/" + rights + ".html");
    }
    return new Licence(rights, ADDRESS.matcher(rights).matches() ? rights : "");
  }

  private static Licence creativeCommons(Matcher told) {
    String kind = told.group(1).toLowerCase(Locale.ROOT);
    String version = told.group(2);
    String country = told.group(3) == null ? "" : told.group(3).toLowerCase(Locale.ROOT);
    String site = "https://creativecommons.org/";
    return switch (kind) {
      case "0", "zero" ->
          new Licence("CC0 " + version, site + "publicdomain/zero/" + version + "/");
      case "pdm", "mark" ->
          new Licence("Public Domain Mark " + version, site + "publicdomain/mark/" + version + "/");
      default ->
          new Licence(
              ("CC " + kind + " " + version + " " + country).strip().toUpperCase(Locale.ROOT),
              site
                  + "licenses/"
                  + kind
                  + "/"
                  + version
                  + (country.isEmpty() ? "/" : "/" + country + "/"));
    };
  }

  /** The address, or the words where there is none: for formats with one field for both. */
  public String addressOrWords() {
    return address.isEmpty() ? words : address;
  }
}
