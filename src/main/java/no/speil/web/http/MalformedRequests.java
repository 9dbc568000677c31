package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that Jetty refuses before any route: malformed HTTP or an invalid URI. */
public final class MalformedRequests {
  private MalformedRequests() {}

  public static boolean answer(Request request, Response response, Callback callback) {
    int status = Math.max(400, response.getStatus());
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", ProblemDetails.MEDIA_TYPE);
    headers.put("Cache-Control", "no-cache");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'");
    String problem =
        """
        {"type":"/help#bad-request","title":"The request cannot be read","status":%d,\
        "detail":"The address or the headers are malformed."}\
        """
            .formatted(status);
    response.write(true, ByteBuffer.wrap(problem.getBytes(UTF_8)), callback);
    return true;
  }
}
