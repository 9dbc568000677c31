package no.speil.exchange.cite;

import no.speil.corpus.Coded;

/** The citation formats of reference managers. */
public enum CitationFormat implements Coded {
  BIBTEX("bib", "application/x-bibtex; charset=utf-8"),
  RIS("ris", "application/x-research-info-systems; charset=utf-8"),
  CSL("csl.json", "application/vnd.citationstyles.csl+json");

  private final String code;
  private final String mediaType;

  CitationFormat(String code, String mediaType) {
    this.code = code;
    this.mediaType = mediaType;
  }

  /** The file name extension. */
  @Override
  public String code() {
    return code;
  }

  public String mediaType() {
    return mediaType;
  }

  public String write(Citation citation) {
    return switch (this) {
      case BIBTEX -> BibtexWriter.of(citation);
      case RIS -> RisWriter.of(citation);
      case CSL -> CslJsonWriter.of(citation);
    };
  }
}
