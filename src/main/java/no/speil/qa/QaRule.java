package no.speil.qa;

import java.util.List;

/**
 * One kind of check. In doubt it finds nothing, since wrong warnings teach people to ignore all.
 */
interface QaRule {
  List<QaWarning> find(CheckedTexts checkedTexts);
}
