package no.speil.web.cite;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

/**
 * How to cite a document or a section.
 *
 * @param href where it is read
 * @param pinned the address that shows whether the text is still the same
 */
public record CiteView(
    PageShell shell, TaggedText title, String href, String pinned, List<Form> forms) {
  public CiteView {
    forms = List.copyOf(forms);
  }

  /**
   * One way to write it.
   *
   * @param code unique on the page
   * @param href of the same as a file
   */
  public record Form(String name, String code, String text, String href) {
    public long lines() {
      return text.lines().count();
    }
  }
}
