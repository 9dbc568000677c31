package no.speil.web.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and who may write.
 *
 * @param port 0 for any free one
 * @param publicUrl where readers reach it through a proxy, or null where there is none
 * @param as the name of the person at the machine
 */
public record ServerSettings(
    String host, int port, @Nullable URI publicUrl, String as, AccessMode accessMode) {

  /** Settings where only users who may write may report. */
  public ServerSettings(
      String host, int port, @Nullable URI publicUrl, String as, boolean readOnly) {
    this(host, port, publicUrl, as, readOnly ? AccessMode.READ_ONLY : AccessMode.KEEPER);
  }

  public boolean readOnly() {
    return accessMode == AccessMode.READ_ONLY;
  }
}
