package no.speil.qa;

import java.util.List;

/** Looks for one kind of slip; in doubt it finds nothing, since advice that errs is not read. */
interface QaRule {
  List<QaWarning> find(CheckedTexts checkedTexts);
}
