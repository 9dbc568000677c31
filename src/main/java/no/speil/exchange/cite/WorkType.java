package no.speil.exchange.cite;

import java.util.Locale;

/** What a text is for reference managers, by the kind in its front matter. */
public enum WorkType {
  ARTICLE("article-magazine", "MGZN", "magazineArticle"),
  REPORT("report", "RPRT", "report"),
  SPEECH("speech", "GEN", "presentation"),
  LETTER("webpage", "ELEC", "letter"),
  OTHER("webpage", "ELEC", "document");

  private final String csl;
  private final String ris;
  private final String zotero;

  WorkType(String csl, String ris, String zotero) {
    this.csl = csl;
    this.ris = ris;
    this.zotero = zotero;
  }

  /** The type for a kind, in Norwegian or English. */
  static WorkType of(String kind) {
    return switch (kind.strip().toLowerCase(Locale.ROOT)) {
      case "article", "artikkel", "op-ed", "kronikk" -> ARTICLE;
      case "report", "rapport" -> REPORT;
      case "speech", "tale", "foredrag", "lecture" -> SPEECH;
      case "letter", "brev" -> LETTER;
      default -> OTHER;
    };
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
