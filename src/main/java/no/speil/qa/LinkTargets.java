package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.VisibleText;

/**
 * Checks that links lead to the same addresses and that footnotes are the same. Addresses that
 * differ only in the language count as equal, and so do two headings of the same page.
 */
final class LinkTargets implements QaRule {
  private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//(?:www\\.)?");
  private static final Pattern PICTURE = Pattern.compile("\\.(?:jpe?g|png|gif|svg|webp)$");
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?<=^|[/.?=_-])(?:no|nb|nn|en|nb-no|nn-no|en-gb|en-us|bokmaal|nynorsk|english|norsk)"
              + "(?=[/.?&=_-]|$)");

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    List<String> inOriginal = addresses(checkedTexts.original().visible());
    List<String> inTranslation = addresses(checkedTexts.translation().visible());
    found.accept(QaCheck.LINK_MISSING, without(inOriginal, inTranslation));
    found.accept(QaCheck.LINK_ADDED, without(inTranslation, inOriginal));
    checkFootnotes(checkedTexts, found);
  }

  /** The addresses of the original, if all are in both texts; else empty. */
  static List<String> agreedLinks(CheckedTexts checkedTexts) {
    List<String> inOriginal = addresses(checkedTexts.original().visible());
    List<String> inTranslation = addresses(checkedTexts.translation().visible());
    boolean agree =
        without(inOriginal, inTranslation).isEmpty()
            && without(inTranslation, inOriginal).isEmpty();
    return agree ? inOriginal : List.of();
  }

  /** The labels of the original, if the translation has the same in order; else empty. */
  static List<String> agreedFootnotes(CheckedTexts checkedTexts) {
    List<String> inOriginal = labels(checkedTexts.original().visible());
    boolean agree = inOriginal.equals(labels(checkedTexts.translation().visible()));
    return agree ? inOriginal : List.of();
  }

  /**
   * As many footnotes, each as often, with a label of the original or of a note in the translation.
   */
  private static void checkFootnotes(
      CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    List<String> inOriginal = labels(checkedTexts.original().visible());
    List<String> inTranslation = labels(checkedTexts.translation().visible());
    List<String> unknown = new ArrayList<>(inTranslation);
    unknown.removeAll(inOriginal);
    unknown.removeAll(checkedTexts.texts().notes());
    List<String> lacking = new ArrayList<>(inOriginal);
    lacking.removeAll(inTranslation);
    int renamed = (int) inTranslation.stream().filter(each -> !inOriginal.contains(each)).count();
    if (renamed < lacking.size()) {
      found.accept(QaCheck.FOOTNOTE_MISSING, lacking);
    }
    if (inTranslation.size() > inOriginal.size() || !unknown.isEmpty()) {
      List<String> added = new ArrayList<>(inTranslation);
      inOriginal.forEach(added::remove); // each once
      found.accept(QaCheck.FOOTNOTE_ADDED, unknown.isEmpty() ? added : unknown);
    }
  }

  private static List<String> labels(VisibleText text) {
    return text.targets().stream()
        .filter(VisibleText.FootnoteCall.class::isInstance)
        .map(target -> ((VisibleText.FootnoteCall) target).label())
        .toList();
  }

  private static List<String> addresses(VisibleText text) {
    return text.targets().stream()
        .map(LinkTargets::address)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /** The address or label of a link; empty if it is no link. */
  private static String address(VisibleText.Target target) {
    return target instanceof VisibleText.Reference reference ? reference.label() : target.address();
  }

  private static List<String> without(List<String> some, List<String> others) {
    Set<String> keys = others.stream().map(LinkTargets::key).collect(Collectors.toSet());
    return some.stream().filter(each -> !keys.contains(key(each))).toList();
  }

  private static String key(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    String bare = SCHEME.matcher(lower.startsWith("#") ? "#" : lower).replaceFirst("");
    int fragment = bare.indexOf('#');
    String page = fragment > 0 ? bare.substring(0, fragment) : bare;
    if (page.contains(".wikipedia.org")) {
      return "wikipedia"; // articles have other names in other languages
    }
    if (PICTURE.matcher(page).find()) {
      return "picture"; // pictures with words differ between languages
    }
    return LANGUAGE.matcher(page).replaceAll("").replaceAll("[/.?=_-]+", "/").replaceAll("/$", "");
  }
}
