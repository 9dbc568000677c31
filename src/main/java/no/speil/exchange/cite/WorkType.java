package no.speil.exchange.cite;

import java.util.Locale;
import java.util.Set;

/** What a text is for reference managers, by the kind in its front matter. */
public enum WorkType {
  ARTICLE(
      "article-magazine",
      "MGZN",
      "magazineArticle",
      Set.of("article", "artikkel", "op-ed", "kronikk")),
  REPORT("report", "RPRT", "report", Set.of("report", "rapport")),
  SPEECH("speech", "GEN", "presentation", Set.of("speech", "tale", "foredrag", "lecture")),
  LETTER("webpage", "ELEC", "letter", Set.of("letter", "brev")),
  OTHER("webpage", "ELEC", "document", Set.of());

  private final String csl;
  private final String ris;
  private final String zotero;
  private final Set<String> kinds;

  WorkType(String csl, String ris, String zotero, Set<String> kinds) {
    this.csl = csl;
    this.ris = ris;
    this.zotero = zotero;
    this.kinds = kinds;
  }

  /** The type for a kind, in Norwegian or English. */
  static WorkType of(String kind) {
    String name = kind.strip().toLowerCase(Locale.ROOT);
    for (WorkType type : values()) {
      if (type.kinds.contains(name)) {
        return type;
      }
    }
    return OTHER;
  }

  /** The type of CSL 1.0.2; a text on the web without a better one is a web page. */
  String csl() {
    return csl;
  }

  String ris() {
    return ris;
  }

  /** Zotero's item type. */
  public String zotero() {
    return zotero;
  }
}
