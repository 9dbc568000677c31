package no.speil.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;
import no.speil.corpus.text.ResourceFile;

/**
 * The name of an author in two parts, as lists of references sort it; whole if it is an
 * organisation's, or has one part.
 *
 * @param family the whole name if it has one part
 * @param given empty if it has one part
 */
public record PersonName(String family, String given) {
  /** Words before a family name that belong to it. */
  private static final Set<String> PARTICLES =
      Set.copyOf(ResourceFile.words(PersonName.class, "name-particles.txt"));

  private static final Set<String> ARTICLES = Set.of("the", "den", "det", "de", "a", "an");
  private static final Set<String> ORGANIZATION_WORDS =
      Set.copyOf(ResourceFile.words(PersonName.class, "organization-words.txt"));
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,}|.*[\\d&/].*");
  private static final int MOST_PARTS = 3;

  /** The name of an organisation. */
  public static PersonName whole(String name) {
    return new PersonName(name, "");
  }

  /**
   * Divides a name: at its comma if it is written as "Bryn, Trine Lise", else before its last word
   * and the particles there. A name that no person has is whole.
   */
  public static PersonName of(String written) {
    String name = Normalization.normalize(written);
    int comma = name.indexOf(',');
    if (comma >= 0) {
      return isInverted(name, comma)
          ? new PersonName(name.substring(0, comma).strip(), name.substring(comma + 1).strip())
          : whole(name);
    }
    List<String> words = Arrays.asList(SPACES.split(name));
    return words.size() < 2 || isOrganization(words) || isUncertain(name)
        ? whole(name)
        : divided(words);
  }

  /**
   * Whether nothing tells a person from an organisation: the name has more parts than most people
   * have, or a word that is common in names of organisations.
   */
  public static boolean isUncertain(String written) {
    String name = Normalization.normalize(written);
    List<String> words = Arrays.asList(SPACES.split(name));
    if (name.contains(",") || words.size() < 2 || isOrganization(words)) {
      return false;
    }
    long parts = words.stream().filter(word -> !isParticle(word)).count();
    return parts > MOST_PARTS
        || words.stream().anyMatch(word -> ORGANIZATION_WORDS.contains(lower(word)));
  }

  public boolean isWhole() {
    return given.isEmpty();
  }

  /** "Bryn, Trine Lise". */
  public String inverted() {
    return isWhole() ? family : family + ", " + given;
  }

  /** "Trine Lise Bryn". */
  public String inOrder() {
    return isWhole() ? family : given + " " + family;
  }

  /** Names with more than one comma, or with a hyphen before it, are of ministries and the like. */
  private static boolean isInverted(String name, int comma) {
    return comma > 0
        && comma == name.lastIndexOf(',')
        && name.charAt(comma - 1) != '-'
        && comma + 1 < name.length();
  }

  /** Personal names have no articles and figures, and small letters in particles only. */
  private static boolean isOrganization(List<String> words) {
    return ARTICLES.contains(lower(words.getFirst()))
        || isParticle(words.getLast())
        || words.stream()
            .anyMatch(
                word ->
                    ACRONYM.matcher(word).matches()
                        || (Character.isLowerCase(word.codePointAt(0)) && !isParticle(word)));
  }

  private static PersonName divided(List<String> words) {
    int from = words.size() - 1;
    while (from > 1 && isParticle(words.get(from - 1))) {
      from--;
    }
    return new PersonName(
        String.join(" ", words.subList(from, words.size())),
        String.join(" ", words.subList(0, from)));
  }

  private static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
