package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.VisibleText;

/**
 * Links lead to the same places; the same place in the other language is the same, and so is a
 * heading of the same page.
 */
final class LinkTargets implements QaRule {
  private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//(?:www\\.)?");
  private static final Pattern PICTURE = Pattern.compile("\\.(?:jpe?g|png|gif|svg|webp)$");
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?<=^|[/.?=_-])(?:no|nb|nn|en|nb-no|nn-no|en-gb|en-us|bokmaal|nynorsk|english|norsk)"
              + "(?=[/.?&=_-]|$)");

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    List<String> there = addresses(checkedTexts.original());
    List<String> here = addresses(checkedTexts.translation());
    var found = new ArrayList<QaWarning>();
    add(found, QaCheck.LINK_MISSING, without(there, here));
    add(found, QaCheck.LINK_ADDED, without(here, there));
    return found;
  }

  static void add(List<QaWarning> found, QaCheck check, List<String> words) {
    if (!words.isEmpty()) {
      found.add(new QaWarning(check, words));
    }
  }

  private static List<String> addresses(VisibleText text) {
    return text.targets().stream()
        .map(LinkTargets::address)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /** Where it leads, or by which label; empty where it is no link. */
  private static String address(VisibleText.Target target) {
    return switch (target) {
      case VisibleText.Link link -> link.address();
      case VisibleText.Picture picture -> picture.address();
      case VisibleText.Reference reference -> reference.label();
      case VisibleText.Definition definition -> definition.address();
      case VisibleText.FootnoteCall call -> "";
      case VisibleText.FootnoteLabel label -> "";
      case VisibleText.Unseen unseen -> "";
    };
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
      return "wikipedia"; // articles have other names there
    }
    if (PICTURE.matcher(page).find()) {
      return "picture"; // with words in it, and so another file
    }
    return LANGUAGE.matcher(page).replaceAll("").replaceAll("[/.?=_-]+", "/").replaceAll("/$", "");
  }
}
