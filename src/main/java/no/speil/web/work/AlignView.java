package no.speil.web.work;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;

/**
 * The alignment of a document.
 *
 * @param href of the document's page
 * @param notice what was refused and why; may be empty
 * @param realignment the form that aligns the document again
 * @param doubtful links to doubtful sections, the most doubtful first
 * @param beads the sections shown
 * @param confirmAll the form that confirms many
 */
public record AlignView(
    PageShell shell,
    TaggedText title,
    String href,
    String notice,
    Realignment realignment,
    List<DoubtfulLink> doubtful,
    List<Bead> beads,
    ConfirmAll confirmAll,
    Paging paging) {
  public AlignView {
    doubtful = List.copyOf(doubtful);
    beads = List.copyOf(beads);
  }

  /**
   * The form that aligns the document again.
   *
   * @param done the result in words, after it was sent; else empty
   * @param undo whether it can be undone
   */
  public record Realignment(String action, String done, boolean undo) {}

  /** A link to a doubtful section. */
  public record DoubtfulLink(String href, String confidence, TaggedText text) {}

  /**
   * The form that confirms links.
   *
   * @param sections ids and versions on this page, as the form sends them back; may be empty
   * @param edition version of the whole document
   * @param bounds of confidence to choose from, in percent
   */
  public record ConfirmAll(String action, String sections, String edition, List<Integer> bounds) {}

  /**
   * A section: a run of blocks of either side.
   *
   * @param link how they are linked: {@code confirmed}, {@code sure}, {@code doubtful}, {@code
   *     alone}
   * @param share blocks of either side, as in 2–1
   * @param words how they are linked and how surely, in words
   */
  public record Bead(
      String id,
      String link,
      String share,
      String words,
      List<BlockText> original,
      List<BlockText> translation,
      Actions actions) {
    public Bead {
      original = List.copyOf(original);
      translation = List.copyOf(translation);
    }

    public boolean isPair() {
      return !original.isEmpty() && !translation.isEmpty();
    }
  }

  /** A block. */
  public record BlockText(String lang, String text) {}

  /**
   * The possible corrections; the version is empty if there are none.
   *
   * @param previous id and version of the section before; empty if it cannot be joined
   * @param next the same of the section after
   * @param through address that confirms all sections up to this one
   * @param undo whether there is a correction to undo
   */
  public record Actions(
      String version, String previous, String next, String through, boolean confirm, boolean undo) {
    public static final Actions NONE = new Actions("", "", "", "", false, false);
  }
}
