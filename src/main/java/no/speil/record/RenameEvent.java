package no.speil.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;

/**
 * "rename": the work in a record is another document's from then on, since that has its text or a
 * person says so. Of a record that is left where it is, both are the same.
 *
 * @param formerly whose it was
 * @param document whose it is
 */
@JsonPropertyOrder({"document", "formerly"})
public record RenameEvent(EventSignature signature, DocumentId formerly, DocumentId document)
    implements Event {

  /** Whether a person has said so, and the program has not found it out. */
  public boolean isSaid() {
    return !signature.by().equals(EventSignature.PROGRAM);
  }

  /** Whether it is the rename from one to the other. */
  public boolean isOf(DocumentId one, DocumentId other) {
    return formerly.equals(one) && document.equals(other);
  }

  @Override
  public List<SectionId> concerns() {
    return List.of();
  }
}
