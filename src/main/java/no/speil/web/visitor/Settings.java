package no.speil.web.visitor;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the server is to be reached and by whom it may be written to.
 *
 * @param port 0 for any free one
 * @param publicUrl where readers reach it through a proxy, or null where there is none
 * @param as the name of the person at the machine
 */
public record Settings(
    String host, int port, @Nullable URI publicUrl, String as, Openness openness) {

  /** One that takes reports only from who may write. */
  public Settings(String host, int port, @Nullable URI publicUrl, String as, boolean readOnly) {
    this(host, port, publicUrl, as, readOnly ? Openness.READ_ONLY : Openness.KEEPER);
  }

  public boolean readOnly() {
    return openness == Openness.READ_ONLY;
  }
}
