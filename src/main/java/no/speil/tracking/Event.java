package no.speil.tracking;

import java.util.List;
import no.speil.corpus.SectionId;

/** One line of a document's record: something done to its sections, never changed afterwards. */
public sealed interface Event
    permits Laid,
        Link,
        Mark,
        Confirm,
        Edit,
        Suggest,
        Resolve,
        Report,
        Settle,
        Comment,
        Omit,
        Unrecognized {

  Signature signature();

  /** The sections that it speaks of. */
  List<SectionId> concerns();
}
