package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.speil.corpus.VisibleText;

/** As many footnotes are called, each by a label of the original or one that there is. */
final class FootnoteCalls implements QaRule {
  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    List<String> there = labels(checkedTexts.original());
    List<String> here = labels(checkedTexts.translation());
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

  private static List<String> labels(VisibleText text) {
    return text.targets().stream()
        .filter(VisibleText.FootnoteCall.class::isInstance)
        .map(target -> ((VisibleText.FootnoteCall) target).label())
        .distinct()
        .toList();
  }
}
