package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links lead to the same places; the same place in the other language is the same, and so is a
 * heading of the same page.
 */
final class LinkTargets implements QaRule {
  private static final Pattern FOOTNOTE = Pattern.compile("\\[?\\^.*");
  private static final Set<String> TASKS = Set.of("to do", "done", "");
  private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//(?:www\\.)?");
  private static final Pattern PICTURE = Pattern.compile("\\.(?:jpe?g|png|gif|svg|webp)$");
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?<=^|[/.?=_-])(?:no|nb|nn|en|nb-no|nn-no|en-gb|en-us|bokmaal|nynorsk|english|norsk)"
              + "(?=[/.?&=_-]|$)");

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    List<String> there =
        checkedTexts.original().targets().stream().filter(LinkTargets::isLink).toList();
    List<String> here =
        checkedTexts.translation().targets().stream().filter(LinkTargets::isLink).toList();
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

  private static boolean isLink(String target) {
    return !FOOTNOTE.matcher(target).matches() && !TASKS.contains(target);
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
