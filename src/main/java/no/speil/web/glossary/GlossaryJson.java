package no.speil.web.glossary;

import java.util.List;
import no.speil.lexicon.GlossaryEntry;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.library.glossary.GlossaryUsage.EntryUsage;
import no.speil.library.glossary.GlossaryUsage.Usage;

/**
 * A page of the glossary for programs.
 *
 * @param version also the ETag
 * @param total entries on all pages
 * @param exact whether the counts are of the whole archive
 */
record GlossaryJson(
    String version,
    int total,
    List<EntryJson> entries,
    List<ContradictionJson> contradictions,
    List<ProposalJson> proposals,
    boolean exact,
    List<String> notices) {

  /**
   * An entry.
   *
   * @param line of the file, from 1
   * @param known whether the dictionary has the Norwegian term
   */
  record EntryJson(
      int line, String norwegian, String english, String note, boolean known, Usage usage) {
    static EntryJson of(EntryUsage line) {
      GlossaryEntry entry = line.entry();
      return new EntryJson(
          entry.line(),
          entry.norwegian(),
          entry.english(),
          entry.note(),
          line.isKnown(),
          line.usage());
    }
  }

  /**
   * Lines that say different things.
   *
   * @param kind {@code norwegian}, {@code english} or {@code pair}: what they have in common
   */
  record ContradictionJson(String kind, String term, List<Integer> lines) {
    static ContradictionJson of(GlossaryContradiction contradiction) {
      return new ContradictionJson(
          contradiction.kind().code(), contradiction.term(), contradiction.lines());
    }
  }

  /** An entry that the glossary may want. */
  record ProposalJson(String norwegian, String english, Usage usage) {
    static ProposalJson of(EntryUsage proposal) {
      return new ProposalJson(
          proposal.entry().norwegian(), proposal.entry().english(), proposal.usage());
    }
  }
}
