package no.speil.web.section;

import java.util.List;
import java.util.function.Predicate;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ClaimActions;
import no.speil.library.catalogue.Claim;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/** Says who is at which part of a document, to users who may write. */
public final class ClaimLines {
  private final Messages t;
  private final ClaimActions actions;
  private final LiveDocument document;
  private final List<Claim> claims;

  /** Their name; empty for users who may not write. */
  private final String writer;

  /**
   * @param writer the user as one who writes; null for users who may not
   */
  public ClaimLines(
      Messages t, ClaimActions actions, LiveDocument document, @Nullable Actor writer) {
    this.t = t;
    this.actions = actions;
    this.document = document;
    this.writer = writer == null ? "" : writer.name();
    this.claims = writer == null ? List.of() : actions.in(document.id());
  }

  /** The claims of all parts that a section is in, in words. */
  public List<String> over(SectionId id) {
    int position = document.number(id);
    return lines(claim -> claim.covers(position));
  }

  /** How long a part of the text is reserved for the user, in words; empty if none is. */
  public String reserved() {
    return claims.stream()
        .filter(claim -> claim.by().equals(writer))
        .map(claim -> t.of("work.reserved", t.weekday(claim.until())))
        .findFirst()
        .orElse("");
  }

  /** The claims of the whole text, with the form to claim it. */
  public SectionNote.Claiming ofText() {
    return at(document.sections().getFirst().section());
  }

  /** The claims of a heading's own part, with the form to claim it. */
  SectionNote.Claiming at(Section section) {
    if (writer.isEmpty() || (!section.isTitle() && DocumentParts.level(section) == 0)) {
      return SectionNote.Claiming.NONE;
    }
    Predicate<Claim> isOfIt = claim -> claim.part().equals(section.id());
    return new SectionNote.Claiming(
        lines(isOfIt),
        SiteUrls.document(document.id()) + "/claim",
        section.isTitle(),
        claims.stream().filter(isOfIt).anyMatch(claim -> claim.by().equals(writer)),
        actions.today());
  }

  private List<String> lines(Predicate<Claim> filter) {
    return claims.stream().filter(filter).map(this::line).toList();
  }

  private String line(Claim claim) {
    boolean isWhole = document.sections().getFirst().id().equals(claim.part());
    String until = t.weekday(claim.until());
    return claim.by().equals(writer)
        ? t.of(isWhole ? "claim.own.text" : "claim.own.part", until)
        : t.of(isWhole ? "claim.text" : "claim.part", claim.by(), until);
  }
}
