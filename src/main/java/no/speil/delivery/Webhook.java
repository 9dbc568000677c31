package no.speil.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.speil.delivery.Outbox.RefusedException;

/**
 * An address that is told of notices as JSON.
 *
 * @param secret by which it knows that they are ours: the header {@code Speil-Signature} holds
 *     {@code sha256=} and the HMAC-SHA256 of the body in hex
 */
public record Webhook(URI address, String secret) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TOO_MANY = 429;

  /**
   * Posts a notice.
   *
   * @throws RefusedException if it will not be taken later either
   * @throws IOException if the address cannot be reached, or does not take it now
   */
  void post(String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Speil-Signature", "sha256=" + signature(secret, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        String answer = "it answers " + status;
        throw status / 100 == 5 || status == TOO_MANY
            ? new IOException(answer)
            : new RefusedException(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is being stopped", e);
    }
  }

  /** The HMAC-SHA256 of a body in hex, as forges sign, too. */
  public static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
