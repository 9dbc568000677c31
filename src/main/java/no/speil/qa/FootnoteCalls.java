package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As many footnotes are called, each by a label of the original or one that there is. */
final class FootnoteCalls implements QaRule {
  private static final Pattern CALL = Pattern.compile("\\[\\^([^\\]]+)\\]");

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    List<String> there = labels(checkedTexts.original().targets());
    List<String> here = labels(checkedTexts.translation().targets());
    Set<String> known = checkedTexts.texts().notes();
    var found = new ArrayList<QaWarning>();
    List<String> unknown = new ArrayList<>(here);
    unknown.removeAll(there);
    unknown.removeAll(known);
    List<String> lacking = new ArrayList<>(there);
    lacking.removeAll(here);
    int renamed = (int) here.stream().filter(each -> !there.contains(each)).count();
    if (renamed < lacking.size()) {
      found.add(new QaWarning(QaCheck.FOOTNOTE_MISSING, lacking));
    }
    if (here.size() > there.size() || (!known.isEmpty() && !unknown.isEmpty())) {
      List<String> added = new ArrayList<>(here);
      added.removeAll(there);
      found.add(new QaWarning(QaCheck.FOOTNOTE_ADDED, unknown.isEmpty() ? added : unknown));
    }
    return found;
  }

  private static List<String> labels(List<String> targets) {
    return targets.stream()
        .map(CALL::matcher)
        .filter(Matcher::matches)
        .map(call -> call.group(1))
        .distinct()
        .toList();
  }
}
